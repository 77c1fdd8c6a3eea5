/**
 * Countries by their ISO 3166 code: their English names, and after the colon the time zones that lie in them, older names included,
 * which browsers still report. From the public time zone database (zone.tab and its links, 2025b) and ISO 3166.
 * Zones that say no country (UTC, Etc/GMT+1, CET, EST) are not here.
 */
export const countryFacts = `
AD Andorra: Europe/Andorra
AE United Arab Emirates, UAE: Asia/Dubai
AF Afghanistan: Asia/Kabul
AG Antigua & Barbuda: America/Antigua
AI Anguilla: America/Anguilla
AL Albania: Europe/Tirane
AM Armenia: Asia/Yerevan
AO Angola: Africa/Luanda
AQ Antarctica: Antarctica/Casey Antarctica/Davis Antarctica/DumontDUrville Antarctica/Mawson Antarctica/McMurdo Antarctica/Palmer Antarctica/Rothera
   Antarctica/South_Pole Antarctica/Syowa Antarctica/Troll Antarctica/Vostok
AR Argentina: America/Argentina/Buenos_Aires America/Argentina/Catamarca America/Argentina/ComodRivadavia America/Argentina/Cordoba
   America/Argentina/Jujuy America/Argentina/La_Rioja America/Argentina/Mendoza America/Argentina/Rio_Gallegos America/Argentina/Salta
   America/Argentina/San_Juan America/Argentina/San_Luis America/Argentina/Tucuman America/Argentina/Ushuaia America/Buenos_Aires America/Catamarca
   America/Cordoba America/Jujuy America/Mendoza America/Rosario
AS American Samoa: Pacific/Pago_Pago Pacific/Samoa US/Samoa
AT Austria: Europe/Vienna
AU Australia: Antarctica/Macquarie Australia/ACT Australia/Adelaide Australia/Brisbane Australia/Broken_Hill Australia/Canberra Australia/Currie
   Australia/Darwin Australia/Eucla Australia/Hobart Australia/LHI Australia/Lindeman Australia/Lord_Howe Australia/Melbourne Australia/NSW
   Australia/North Australia/Perth Australia/Queensland Australia/South Australia/Sydney Australia/Tasmania Australia/Victoria Australia/West
   Australia/Yancowinna
AW Aruba: America/Aruba
AX Åland Islands, Aland Islands: Europe/Mariehamn
AZ Azerbaijan: Asia/Baku
BA Bosnia & Herzegovina: Europe/Sarajevo
BB Barbados: America/Barbados
BD Bangladesh: Asia/Dacca Asia/Dhaka
BE Belgium: Europe/Brussels
BF Burkina Faso: Africa/Ouagadougou
BG Bulgaria: Europe/Sofia
BH Bahrain: Asia/Bahrain
BI Burundi: Africa/Bujumbura
BJ Benin: Africa/Porto-Novo
BL St. Barthélemy, St. Barthelemy: America/St_Barthelemy
BM Bermuda: Atlantic/Bermuda
BN Brunei, Brunei Darussalam: Asia/Brunei
BO Bolivia, Plurinational State of Bolivia: America/La_Paz
BQ Caribbean Netherlands: America/Kralendijk
BR Brazil: America/Araguaina America/Bahia America/Belem America/Boa_Vista America/Campo_Grande America/Cuiaba America/Eirunepe America/Fortaleza
   America/Maceio America/Manaus America/Noronha America/Porto_Acre America/Porto_Velho America/Recife America/Rio_Branco America/Santarem
   America/Sao_Paulo Brazil/Acre Brazil/DeNoronha Brazil/East Brazil/West
BS Bahamas, The Bahamas: America/Nassau
BT Bhutan: Asia/Thimbu Asia/Thimphu
BV Bouvet Island:
BW Botswana: Africa/Gaborone
BY Belarus: Europe/Minsk
BZ Belize: America/Belize
CA Canada: America/Atikokan America/Blanc-Sablon America/Cambridge_Bay America/Coral_Harbour America/Creston America/Dawson America/Dawson_Creek
   America/Edmonton America/Fort_Nelson America/Glace_Bay America/Goose_Bay America/Halifax America/Inuvik America/Iqaluit America/Moncton
   America/Montreal America/Nipigon America/Pangnirtung America/Rainy_River America/Rankin_Inlet America/Regina America/Resolute America/St_Johns
   America/Swift_Current America/Thunder_Bay America/Toronto America/Vancouver America/Whitehorse America/Winnipeg America/Yellowknife Canada/Atlantic
   Canada/Central Canada/Eastern Canada/Mountain Canada/Newfoundland Canada/Pacific Canada/Saskatchewan Canada/Yukon
CC Cocos (Keeling) Islands: Indian/Cocos
CD Congo - Kinshasa, Democratic Republic of the Congo, DR Congo, DRC: Africa/Kinshasa Africa/Lubumbashi
CF Central African Republic: Africa/Bangui
CG Congo - Brazzaville, Congo, Republic of the Congo: Africa/Brazzaville
CH Switzerland: Europe/Zurich
CI Côte d'Ivoire, Ivory Coast, Cote d'Ivoire: Africa/Abidjan
CK Cook Islands: Pacific/Rarotonga
CL Chile: America/Coyhaique America/Punta_Arenas America/Santiago Chile/Continental Chile/EasterIsland Pacific/Easter
CM Cameroon: Africa/Douala
CN China, People's Republic of China: Asia/Chongqing Asia/Chungking Asia/Harbin Asia/Kashgar Asia/Shanghai Asia/Urumqi PRC
CO Colombia: America/Bogota
CR Costa Rica: America/Costa_Rica
CU Cuba: America/Havana Cuba
CV Cape Verde, Cabo Verde: Atlantic/Cape_Verde
CW Curaçao, Curacao: America/Curacao
CX Christmas Island: Indian/Christmas
CY Cyprus: Asia/Famagusta Asia/Nicosia Europe/Nicosia
CZ Czechia, Czech Republic: Europe/Prague
DE Germany: Europe/Berlin Europe/Busingen
DJ Djibouti: Africa/Djibouti
DK Denmark: Europe/Copenhagen
DM Dominica: America/Dominica
DO Dominican Republic: America/Santo_Domingo
DZ Algeria: Africa/Algiers
EC Ecuador: America/Guayaquil Pacific/Galapagos
EE Estonia: Europe/Tallinn
EG Egypt: Africa/Cairo Egypt
EH Western Sahara: Africa/El_Aaiun
ER Eritrea: Africa/Asmara Africa/Asmera
ES Spain: Africa/Ceuta Atlantic/Canary Europe/Madrid
ET Ethiopia: Africa/Addis_Ababa
FI Finland: Europe/Helsinki
FJ Fiji: Pacific/Fiji
FK Falkland Islands: Atlantic/Stanley
FM Micronesia, Federated States of Micronesia: Pacific/Chuuk Pacific/Kosrae Pacific/Pohnpei Pacific/Ponape Pacific/Truk Pacific/Yap
FO Faroe Islands: Atlantic/Faeroe Atlantic/Faroe
FR France: Europe/Paris
GA Gabon: Africa/Libreville
GB United Kingdom, UK, U.K., Great Britain, United Kingdom of Great Britain and Northern Ireland: Europe/Belfast Europe/London GB GB-Eire
GD Grenada: America/Grenada
GE Georgia: Asia/Tbilisi
GF French Guiana: America/Cayenne
GG Guernsey: Europe/Guernsey
GH Ghana: Africa/Accra
GI Gibraltar: Europe/Gibraltar
GL Greenland: America/Danmarkshavn America/Godthab America/Nuuk America/Scoresbysund America/Thule
GM Gambia, The Gambia: Africa/Banjul
GN Guinea: Africa/Conakry
GP Guadeloupe: America/Guadeloupe
GQ Equatorial Guinea: Africa/Malabo
GR Greece: Europe/Athens
GS South Georgia & South Sandwich Islands: Atlantic/South_Georgia
GT Guatemala: America/Guatemala
GU Guam: Pacific/Guam
GW Guinea-Bissau: Africa/Bissau
GY Guyana: America/Guyana
HK Hong Kong SAR China, Hong Kong: Asia/Hong_Kong Hongkong
HM Heard & McDonald Islands:
HN Honduras: America/Tegucigalpa
HR Croatia: Europe/Zagreb
HT Haiti: America/Port-au-Prince
HU Hungary: Europe/Budapest
ID Indonesia: Asia/Jakarta Asia/Jayapura Asia/Makassar Asia/Pontianak Asia/Ujung_Pandang
IE Ireland, Republic of Ireland: Eire Europe/Dublin
IL Israel: Asia/Jerusalem Asia/Tel_Aviv Israel
IM Isle of Man: Europe/Isle_of_Man
IN India: Asia/Calcutta Asia/Kolkata
IO British Indian Ocean Territory: Indian/Chagos
IQ Iraq: Asia/Baghdad
IR Iran, Islamic Republic of Iran: Asia/Tehran Iran
IS Iceland: Atlantic/Reykjavik Iceland
IT Italy: Europe/Rome
JE Jersey: Europe/Jersey
JM Jamaica: America/Jamaica Jamaica
JO Jordan: Asia/Amman
JP Japan: Asia/Tokyo Japan
KE Kenya: Africa/Nairobi
KG Kyrgyzstan: Asia/Bishkek
KH Cambodia: Asia/Phnom_Penh
KI Kiribati: Pacific/Enderbury Pacific/Kanton Pacific/Kiritimati Pacific/Tarawa
KM Comoros: Indian/Comoro
KN St. Kitts & Nevis: America/St_Kitts
KP North Korea, Democratic People's Republic of Korea: Asia/Pyongyang
KR South Korea, Korea, Republic of Korea: Asia/Seoul ROK
KW Kuwait: Asia/Kuwait
KY Cayman Islands: America/Cayman
KZ Kazakhstan: Asia/Almaty Asia/Aqtau Asia/Aqtobe Asia/Atyrau Asia/Oral Asia/Qostanay Asia/Qyzylorda
LA Laos, Lao People's Democratic Republic: Asia/Vientiane
LB Lebanon: Asia/Beirut
LC St. Lucia: America/St_Lucia
LI Liechtenstein: Europe/Vaduz
LK Sri Lanka: Asia/Colombo
LR Liberia: Africa/Monrovia
LS Lesotho: Africa/Maseru
LT Lithuania: Europe/Vilnius
LU Luxembourg: Europe/Luxembourg
LV Latvia: Europe/Riga
LY Libya: Africa/Tripoli Libya
MA Morocco: Africa/Casablanca
MC Monaco: Europe/Monaco
MD Moldova, Republic of Moldova: Europe/Chisinau Europe/Tiraspol
ME Montenegro: Europe/Podgorica
MF St. Martin: America/Marigot
MG Madagascar: Indian/Antananarivo
MH Marshall Islands: Kwajalein Pacific/Kwajalein Pacific/Majuro
MK North Macedonia, Macedonia: Europe/Skopje
ML Mali: Africa/Bamako Africa/Timbuktu
MM Myanmar (Burma), Burma, Myanmar: Asia/Rangoon Asia/Yangon
MN Mongolia: Asia/Choibalsan Asia/Hovd Asia/Ulaanbaatar Asia/Ulan_Bator
MO Macao SAR China, Macau, Macao: Asia/Macao Asia/Macau
MP Northern Mariana Islands: Pacific/Saipan
MQ Martinique: America/Martinique
MR Mauritania: Africa/Nouakchott
MS Montserrat: America/Montserrat
MT Malta: Europe/Malta
MU Mauritius: Indian/Mauritius
MV Maldives: Indian/Maldives
MW Malawi: Africa/Blantyre
MX Mexico: America/Bahia_Banderas America/Cancun America/Chihuahua America/Ciudad_Juarez America/Ensenada America/Hermosillo America/Matamoros
   America/Mazatlan America/Merida America/Mexico_City America/Monterrey America/Ojinaga America/Santa_Isabel America/Tijuana Mexico/BajaNorte
   Mexico/BajaSur Mexico/General
MY Malaysia: Asia/Kuala_Lumpur Asia/Kuching
MZ Mozambique: Africa/Maputo
NA Namibia: Africa/Windhoek
NC New Caledonia: Pacific/Noumea
NE Niger: Africa/Niamey
NF Norfolk Island: Pacific/Norfolk
NG Nigeria: Africa/Lagos
NI Nicaragua: America/Managua
NL Netherlands, The Netherlands, Holland: Europe/Amsterdam
NO Norway: Europe/Oslo
NP Nepal: Asia/Kathmandu Asia/Katmandu
NR Nauru: Pacific/Nauru
NU Niue: Pacific/Niue
NZ New Zealand: NZ NZ-CHAT Pacific/Auckland Pacific/Chatham
OM Oman: Asia/Muscat
PA Panama: America/Panama
PE Peru: America/Lima
PF French Polynesia: Pacific/Gambier Pacific/Marquesas Pacific/Tahiti
PG Papua New Guinea: Pacific/Bougainville Pacific/Port_Moresby
PH Philippines: Asia/Manila
PK Pakistan: Asia/Karachi
PL Poland: Europe/Warsaw Poland
PM St. Pierre & Miquelon: America/Miquelon
PN Pitcairn Islands, Pitcairn: Pacific/Pitcairn
PR Puerto Rico: America/Puerto_Rico
PS Palestinian Territories, Palestine, State of Palestine: Asia/Gaza Asia/Hebron
PT Portugal: Atlantic/Azores Atlantic/Madeira Europe/Lisbon Portugal
PW Palau: Pacific/Palau
PY Paraguay: America/Asuncion
QA Qatar: Asia/Qatar
RE Réunion, Reunion: Indian/Reunion
RO Romania: Europe/Bucharest
RS Serbia: Europe/Belgrade
RU Russia, Russian Federation: Asia/Anadyr Asia/Barnaul Asia/Chita Asia/Irkutsk Asia/Kamchatka Asia/Khandyga Asia/Krasnoyarsk Asia/Magadan
   Asia/Novokuznetsk Asia/Novosibirsk Asia/Omsk Asia/Sakhalin Asia/Srednekolymsk Asia/Tomsk Asia/Ust-Nera Asia/Vladivostok Asia/Yakutsk
   Asia/Yekaterinburg Europe/Astrakhan Europe/Kaliningrad Europe/Kirov Europe/Moscow Europe/Samara Europe/Saratov Europe/Ulyanovsk Europe/Volgograd
   W-SU
RW Rwanda: Africa/Kigali
SA Saudi Arabia: Asia/Riyadh
SB Solomon Islands: Pacific/Guadalcanal
SC Seychelles: Indian/Mahe
SD Sudan: Africa/Khartoum
SE Sweden: Europe/Stockholm
SG Singapore: Asia/Singapore Singapore
SH St. Helena: Atlantic/St_Helena
SI Slovenia: Europe/Ljubljana
SJ Svalbard & Jan Mayen: Arctic/Longyearbyen Atlantic/Jan_Mayen
SK Slovakia, Slovak Republic: Europe/Bratislava
SL Sierra Leone: Africa/Freetown
SM San Marino: Europe/San_Marino
SN Senegal: Africa/Dakar
SO Somalia: Africa/Mogadishu
SR Suriname: America/Paramaribo
SS South Sudan: Africa/Juba
ST São Tomé & Príncipe, Sao Tome & Principe: Africa/Sao_Tome
SV El Salvador: America/El_Salvador
SX Sint Maarten, St. Maarten: America/Lower_Princes
SY Syria, Syrian Arab Republic: Asia/Damascus
SZ Eswatini, Swaziland: Africa/Mbabane
TC Turks & Caicos Islands: America/Grand_Turk
TD Chad: Africa/Ndjamena
TF French Southern Territories: Indian/Kerguelen
TG Togo: Africa/Lome
TH Thailand: Asia/Bangkok
TJ Tajikistan: Asia/Dushanbe
TK Tokelau: Pacific/Fakaofo
TL Timor-Leste, East Timor: Asia/Dili
TM Turkmenistan: Asia/Ashgabat Asia/Ashkhabad
TN Tunisia: Africa/Tunis
TO Tonga: Pacific/Tongatapu
TR Türkiye, Turkey: Asia/Istanbul Europe/Istanbul Turkey
TT Trinidad & Tobago: America/Port_of_Spain
TV Tuvalu: Pacific/Funafuti
TW Taiwan: Asia/Taipei ROC
TZ Tanzania, United Republic of Tanzania: Africa/Dar_es_Salaam
UA Ukraine: Europe/Kiev Europe/Kyiv Europe/Simferopol Europe/Uzhgorod Europe/Zaporozhye
UG Uganda: Africa/Kampala
UM U.S. Outlying Islands, U.S. Minor Outlying Islands: Pacific/Midway Pacific/Wake
US United States, USA, U.S., U.S.A., United States of America: America/Adak America/Anchorage America/Atka America/Boise America/Chicago
   America/Denver America/Detroit America/Fort_Wayne America/Indiana/Indianapolis America/Indiana/Knox America/Indiana/Marengo
   America/Indiana/Petersburg America/Indiana/Tell_City America/Indiana/Vevay America/Indiana/Vincennes America/Indiana/Winamac America/Indianapolis
   America/Juneau America/Kentucky/Louisville America/Kentucky/Monticello America/Knox_IN America/Los_Angeles America/Louisville America/Menominee
   America/Metlakatla America/New_York America/Nome America/North_Dakota/Beulah America/North_Dakota/Center America/North_Dakota/New_Salem
   America/Phoenix America/Shiprock America/Sitka America/Yakutat Navajo Pacific/Honolulu Pacific/Johnston US/Alaska US/Aleutian US/Arizona US/Central
   US/East-Indiana US/Eastern US/Hawaii US/Indiana-Starke US/Michigan US/Mountain US/Pacific
UY Uruguay: America/Montevideo
UZ Uzbekistan: Asia/Samarkand Asia/Tashkent
VA Vatican City, Holy See: Europe/Vatican
VC St. Vincent & Grenadines, St. Vincent: America/St_Vincent
VE Venezuela, Bolivarian Republic of Venezuela: America/Caracas
VG British Virgin Islands: America/Tortola
VI U.S. Virgin Islands, US Virgin Islands: America/St_Thomas America/Virgin
VN Vietnam, Viet Nam: Asia/Ho_Chi_Minh Asia/Saigon
VU Vanuatu: Pacific/Efate
WF Wallis & Futuna: Pacific/Wallis
WS Samoa: Pacific/Apia
YE Yemen: Asia/Aden
YT Mayotte: Indian/Mayotte
ZA South Africa: Africa/Johannesburg
ZM Zambia: Africa/Lusaka
ZW Zimbabwe: Africa/Harare
`;
