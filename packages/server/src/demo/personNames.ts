export const firstNames = [
  'Ada', 'Aisha', 'Akira', 'Alejandro', 'Amara', 'Anders', 'Anika', 'Beatriz', 'Ben', 'Camille', 'Chidi', 'Chloe', 'Clara',
  'Daniel', 'Diego', 'Elena', 'Elif', 'Emma', 'Farid', 'Freya', 'Gabriel', 'Grace', 'Hana', 'Hugo', 'Ines', 'Isaac', 'Jamal',
  'Jana', 'Jonas', 'Julia', 'Kai', 'Kofi', 'Laila', 'Lars', 'Leonie', 'Liam', 'Lucia', 'Maja', 'Marco', 'Mei', 'Miguel',
  'Nadia', 'Nikhil', 'Noah', 'Nora', 'Olivia', 'Omar', 'Petra', 'Priya', 'Rafael', 'Rosa', 'Samuel', 'Sara', 'Sofia', 'Tariq',
  'Theo', 'Tomas', 'Valentina', 'Wei', 'Yara', 'Yuki', 'Zoe',
] as const;

export const lastNames = [
  'Abara', 'Almeida', 'Andersson', 'Bauer', 'Bennett', 'Berg', 'Castillo', 'Chen', 'Costa', 'Dahl', 'Delgado', 'Demir',
  'Dubois', 'Ellis', 'Fischer', 'Fontaine', 'Garcia', 'Ghosh', 'Haddad', 'Hansen', 'Hayashi', 'Hughes', 'Ibrahim', 'Ivanov',
  'Jensen', 'Kapoor', 'Keller', 'Kim', 'Kowalski', 'Larsen', 'Laurent', 'Lindgren', 'Lopez', 'Mbeki', 'Mehta', 'Meyer',
  'Moreau', 'Morgan', 'Nakamura', 'Nguyen', 'Novak', 'Okafor', 'Olsen', 'Park', 'Patel', 'Pereira', 'Quinn', 'Rahman',
  'Reyes', 'Rossi', 'Santos', 'Sato', 'Schmidt', 'Silva', 'Sorensen', 'Tanaka', 'Torres', 'Varga', 'Weber', 'Yilmaz',
] as const;

export const jobTitles = [
  'Head of Growth', 'Marketing Manager', 'VP Marketing', 'Product Manager', 'Data Analyst', 'RevOps Manager', 'Founder',
  'Chief Marketing Officer', 'Software Engineer', 'Sales Director', 'Customer Success Manager', 'Finance Manager',
] as const;
