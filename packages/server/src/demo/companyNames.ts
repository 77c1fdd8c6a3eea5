/** First words of invented companies. */
export const firstWords = [
  'Acme', 'Alder', 'Amber', 'Anchor', 'Apex', 'Arbor', 'Aster', 'Atlas', 'Aurora', 'Beacon', 'Birch', 'Bluefin',
  'Boreal', 'Bright', 'Canyon', 'Cedar', 'Cinder', 'Cobalt', 'Copper', 'Coral', 'Crescent', 'Delta', 'Drift', 'Ember',
  'Falcon', 'Fern', 'Fjord', 'Flint', 'Foundry', 'Garnet', 'Glacier', 'Granite', 'Harbor', 'Hazel', 'Heron', 'Indigo',
  'Ivory', 'Juniper', 'Kestrel', 'Lantern', 'Larch', 'Maple', 'Meridian', 'Mosaic', 'Nimbus', 'Northstar', 'Opal', 'Orchard',
] as const;

/** Second words, each with the industry it speaks of. */
export const secondWords = [
  ['Robotics', 'Manufacturing'], ['Logistics', 'Logistics'], ['Health', 'Healthcare'], ['Analytics', 'Software'],
  ['Bank', 'Financial Services'], ['Foods', 'Consumer Goods'], ['Energy', 'Energy'], ['Software', 'Software'],
  ['Learning', 'Education'], ['Media', 'Media'], ['Insurance', 'Insurance'], ['Biotech', 'Healthcare'],
  ['Freight', 'Logistics'], ['Retail', 'Retail'], ['Security', 'Software'], ['Solar', 'Energy'],
  ['Capital', 'Financial Services'], ['Games', 'Media'], ['Motors', 'Manufacturing'], ['Travel', 'Travel'],
  ['Cloud', 'Software'], ['Legal', 'Professional Services'], ['Homes', 'Real Estate'], ['Outfitters', 'Retail'],
  ['Labs', 'Software'], ['Materials', 'Manufacturing'], ['Payments', 'Financial Services'], ['Studios', 'Media'],
  ['Clinics', 'Healthcare'], ['Advisors', 'Professional Services'], ['Networks', 'Telecommunications'], ['Airlines', 'Travel'],
  ['Recruiting', 'Professional Services'], ['Aerospace', 'Manufacturing'], ['Academy', 'Education'], ['Farms', 'Agriculture'],
] as const;
