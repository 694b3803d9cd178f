import type { Subject } from "../model/edition.ts";

/** Words that tell a subject area, by language; compared by their stems. Written by us; each word tells one area well, or is left out. */
export const subjectWords: Readonly<Record<string, Readonly<Partial<Record<Subject, string>>>>> = {
  en: {
    world: `war ceasefire troops missile missiles airstrike airstrikes invasion rebels militia hostages hostage refugees embassy ambassador
      diplomats diplomatic summit sanctions border treaty peacekeepers insurgents frontline offensive shelling drone drones coup junta
      humanitarian siege militants nuclear navy consul consulate territorial sovereignty detained seized`,
    politics: `election elections parliament senate senator congress minister ministers president lawmakers legislation ballot voters vote
      votes campaign party coalition opposition referendum impeachment cabinet governor mayor constitution bill republican republicans
      democrat democrats labour conservative conservatives supreme immigration policy inquiry chancellor`,
    business: `bank banks shares stocks stock market markets investors inflation economy economic economist profit profits revenue earnings
      quarterly merger acquisition tariff tariffs trade interest rates currency bond bonds company companies shareholders startup layoffs
      telecom telephone broadband network operator customers outage unemployment exports imports retailer manufacturer industry oil prices price cryptocurrency bitcoin billion budget deficit factory`,
    science: `scientists researchers research telescope nasa spacecraft rocket asteroid planet galaxy orbit lunar moon mars physicists
      physics fossil dinosaur species genome dna laboratory experiment quantum astronomers archaeologists discovery study satellite
      sponge reef seabed oceanographer marine biologist biologists carbon-dating fossils expedition specimen specimens
      software algorithm chip chips semiconductor artificial intelligence chatbot robot technology smartphone cyber`,
    health: `hospital hospitals patients patient vaccine vaccines virus disease diseases outbreak infection infections doctors nurses
      cancer clinical treatment drug drugs symptoms epidemic pandemic medical medicine surgery mental health obesity diabetes fever`,
    environment: `climate emissions carbon warming wildfire wildfires drought biodiversity conservation deforestation pollution renewable
      solar wind turbines fossil ecosystem glacier glaciers endangered wildlife recycling plastic heatwave forest rainforest
      dam reservoir river rain flood floods flooding earthquake quake tsunami landslide hurricane cyclone typhoon storm eruption volcano evacuated rescuers`,
    culture: `film films movie movies actor actress director album singer song songs music concert festival novel author writer book books
      museum exhibition painting artist artists theatre theater television series streaming celebrity award awards oscar grammy fashion`,
    sport: `match goal goals coach player players team teams league cup championship tournament season striker midfielder goalkeeper
      olympic olympics medal race racing tennis golf cricket rugby football soccer basketball baseball nba nfl fifa uefa defeat defeated
      semifinal semi-final quarterfinal final finals scored stadium grand prix innings wicket marathon athlete athletes`,
  },
  de: {
    world: `krieg waffenruhe truppen rakete raketen luftangriff invasion rebellen geiseln flüchtlinge botschaft botschafter diplomaten gipfel
      sanktionen grenze abkommen friedenstruppen offensive drohne drohnen putsch erdbeben hochwasser überschwemmung sturm rettungskräfte`,
    politics: `wahl wahlen bundestag parlament senat abgeordnete minister ministerin kanzler kanzlerin präsident gesetz gesetzentwurf wähler
      koalition opposition partei referendum kabinett bürgermeister verfassung gericht urteil richter regierung`,
    business: `bank banken aktien börse märkte investoren inflation wirtschaft gewinn umsatz quartal fusion übernahme zoll zölle handel zinsen
      leitzins währung anleihen unternehmen konzern aktionäre arbeitslosigkeit export industrie ölpreis milliarden haushalt werk`,
    science: `wissenschaftler forscher forschung teleskop raumsonde rakete asteroid planet galaxie umlaufbahn mond physiker fossil dinosaurier
      genom labor experiment quanten astronomen archäologen studie satellit software algorithmus chip intelligenz roboter technologie`,
    health: `krankenhaus klinik patienten impfstoff impfung virus krankheit ausbruch infektion ärzte pflegekräfte krebs therapie medikament
      symptome epidemie pandemie medizin operation gesundheit fieber`,
    environment: `klima emissionen kohlendioxid erwärmung waldbrand waldbrände dürre artenvielfalt naturschutz verschmutzung erneuerbare
      solar windkraft gletscher tierart wildtiere plastik hitzewelle wald`,
    culture: `film kino schauspieler schauspielerin regisseur album sänger lied musik konzert festival roman autor autorin buch museum
      ausstellung gemälde künstler theater serie preis oper mode`,
    sport: `spiel tor tore trainer spieler mannschaft liga bundesliga pokal meisterschaft turnier saison stürmer torwart olympia medaille
      rennen tennis golf fußball basketball niederlage halbfinale viertelfinale finale stadion athlet`,
  },
  fr: {
    world: `guerre cessez-le-feu troupes missile missiles frappe frappes invasion rebelles otages réfugiés ambassade ambassadeur diplomates
      sommet sanctions frontière traité offensive drone drones putsch séisme inondation inondations ouragan cyclone secours humanitaire`,
    politics: `élection élections parlement sénat député députés ministre président loi électeurs vote coalition opposition parti référendum
      cabinet maire constitution tribunal juge gouvernement assemblée scrutin`,
    business: `banque banques actions bourse marchés investisseurs inflation économie bénéfice chiffre trimestre fusion acquisition tarifs
      commerce taux devise obligations entreprise entreprises actionnaires chômage exportations industrie pétrole prix milliards budget usine`,
    science: `scientifiques chercheurs recherche télescope sonde fusée astéroïde planète galaxie orbite lune physiciens fossile dinosaure
      génome laboratoire expérience quantique astronomes archéologues étude satellite logiciel algorithme puce intelligence robot technologie`,
    health: `hôpital hôpitaux patients patient vaccin vaccins virus maladie épidémie infection médecins infirmiers cancer traitement médicament
      symptômes pandémie médecine chirurgie santé fièvre`,
    environment: `climat émissions carbone réchauffement incendie incendies sécheresse biodiversité conservation pollution renouvelable solaire
      éoliennes écosystème glacier glaciers espèce faune plastique canicule forêt`,
    culture: `film films cinéma acteur actrice réalisateur album chanteur chanson musique concert festival roman auteur écrivain livre musée
      exposition peinture artiste théâtre télévision série prix mode`,
    sport: `match but buts entraîneur joueur joueurs équipe ligue coupe championnat tournoi saison attaquant gardien olympique médaille course
      tennis golf football rugby basket défaite demi-finale quart finale stade athlète`,
  },
  es: {
    world: `guerra tregua tropas misil misiles ataque bombardeo invasión rebeldes rehenes refugiados embajada embajador diplomáticos cumbre
      sanciones frontera tratado ofensiva dron drones golpe terremoto sismo inundaciones huracán ciclón rescatistas humanitaria`,
    politics: `elección elecciones parlamento senado senador congreso diputados ministro presidente ley votantes voto coalición oposición
      partido referéndum gabinete gobernador alcalde constitución tribunal juez fiscal gobierno`,
    business: `banco bancos acciones bolsa mercados inversores inflación economía beneficio ingresos trimestre fusión adquisición aranceles
      comercio tasas divisa bonos empresa empresas accionistas desempleo exportaciones industria petróleo precios presupuesto fábrica`,
    science: `científicos investigadores investigación telescopio sonda cohete asteroide planeta galaxia órbita luna físicos fósil dinosaurio
      genoma laboratorio experimento cuántica astrónomos arqueólogos estudio satélite software algoritmo chip inteligencia robot tecnología`,
    health: `hospital hospitales pacientes paciente vacuna vacunas virus enfermedad brote infección médicos enfermeras cáncer tratamiento
      medicamento síntomas epidemia pandemia medicina cirugía salud fiebre`,
    environment: `clima emisiones carbono calentamiento incendio incendios sequía biodiversidad conservación contaminación renovables solar
      eólica ecosistema glaciar glaciares especie fauna plástico bosque selva`,
    culture: `película películas cine actor actriz director álbum cantante canción música concierto festival novela autor escritor libro museo
      exposición pintura artista teatro televisión serie premio moda`,
    sport: `partido gol goles entrenador jugador jugadores equipo liga copa campeonato torneo temporada delantero portero olímpico medalla
      carrera tenis golf fútbol baloncesto derrota semifinal cuartos final estadio atleta`,
  },
};

/** Sections of outlets as they stand in addresses and feeds, by the subject area they belong to. */
export const sectionSubjects: readonly (readonly [RegExp, Subject])[] = [
  [/^(?:sports?|deportes?|football|soccer|cricket|tennis|rugby|olympics|fu(?:ss|ß)ball|futbol)$/, "sport"],
  [
    /^(?:business|economy|economia|économie|economie|wirtschaft|finance|finanzen|finanzas|money|markets|unternehmen|companies)$/,
    "business",
  ],
  [
    /^(?:science|technology|tech|wissen|wissenschaft|sciences?|ciencia|tecnologia|technik|digital|netzwelt|space)$/,
    "science",
  ],
  [/^(?:health|gesundheit|sante|santé|salud|medicine|wellness)$/, "health"],
  [
    /^(?:environment|climate|umwelt|klima|planete|planète|climat|medio-ambiente|clima|climate-environment)$/,
    "environment",
  ],
  [
    /^(?:culture|entertainment|arts?|kultur|cultura|music|film|movies|books|television|tv|style|celebrity|lifestyle)$/,
    "culture",
  ],
  [/^(?:politics?|politik|politique|politica|política|elections?|parliament|inland|innenpolitik)$/, "politics"],
  [
    /^(?:world|international|global|ausland|monde|mundo|internacional|asia|africa|europe|americas|middle-east|middleeast)$/,
    "world",
  ],
];
