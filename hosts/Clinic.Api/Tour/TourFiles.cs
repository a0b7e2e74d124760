using NodaTime;
using NodaTime.Text;

namespace Clinic.Api.Tour;

/// <summary>The files and scans that the tour uses; dates follow today, so that it never grows old.</summary>
internal static class TourFiles
{
    public const string Gtin = "09506000134352";

    /// <summary>A signature of one stroke, as a tablet draws it.</summary>
    public const string DrawnSignature = "iVBORw0KGgoAAAANSUhEUgAAACAAAAAMAQAAAAArb4IUAAAANklEQVR42mP4DwQMf+SBxOfnQOL8byCx/y+QqP9X/4/h///9f4HE/c9A4vl5IPHDngGsA0QAABkFK9VQAYasAAAAAElFTkSuQmCC";

    private const string AmpouleGtin = "09506000134369";

    private const string Header =
        "medication_code,generic_name,commercial_name,dose_form,ingredient,strength,strength_unit,per,per_unit,controlled_class,presentation_code,presentation_name,base_unit,scale,packs,gtins,container_content,container_unit,beyond_use_hours";

    public static string Catalogue(string strength) => $$"""
        {{Header}}
        AMX500,Amoxicilina,Amoxil,tablet,amoxicillin,{{strength}},mg,,,none,AMX500-100,"Amoxicilina 500 mg, caja x 100",{tbl},0,blister=10|box=10,box:{{Gtin}},,,
        MOR10,Morfina clorhidrato,,injection,morphine,10,mg,1,mL,narcotic,MOR10-AMP,Morfina 10 mg/mL ampolla,{ampule},0,,,1,mL,
        SUE500,Suero fisiológico 0.9 %,,infusion,sodium chloride,9,mg,1,mL,none,SUE500-FR,Suero fisiológico 500 mL,mL,1,bottle=500!,,500,mL,24

        """;

    /// <summary>An opening balance of which one lot expired yesterday: it exists, and nobody may pick it.</summary>
    public static string OpeningBalances(LocalDate today) => $$"""
        presentation_code,lot_number,expiration,quantity,unit,unit_cost,location
        MOR10-AMP,MOR-OLD,{{Date(today.PlusDays(-1))}},12,{ampule},1.25,Bodega de farmacia
        MOR10-AMP,MOR-NEW,{{Date(today.PlusMonths(18))}},20,{ampule},1.35,Bodega de farmacia

        """;

    /// <summary>The medicines of the main job: an ampoule of a narcotic, and tablets.</summary>
    public static string Dispensable => $$"""
        {{Header}}
        FEN50,Fentanilo citrato,,injection,fentanyl,0.05,mg,1,mL,narcotic,FEN50-AMP,Fentanilo 0.1 mg/2 mL ampolla,{ampule},0,,{{AmpouleGtin}},2,mL,
        PAR500,Paracetamol,,tablet,paracetamol,500,mg,,,none,PAR500-10,"Paracetamol 500 mg, caja x 10",{tbl},0,box=10,,,,

        """;

    /// <summary>Two lots of ampoules and one of tablets.</summary>
    public static string DispensableStock(LocalDate today) => $$"""
        presentation_code,lot_number,expiration,quantity,unit,unit_cost,location
        FEN50-AMP,F-101,{{Date(today.PlusMonths(8))}},10,{ampule},0.85,Bodega de farmacia
        FEN50-AMP,F-102,{{Date(today.PlusMonths(20))}},10,{ampule},0.90,Bodega de farmacia
        PAR500-10,P-7,{{Date(today.PlusMonths(14))}},100,{tbl},0.03,Bodega de farmacia

        """;

    public static string AmpouleScan(string lot, LocalDate expires) => Scan(lot, expires, AmpouleGtin);

    public static string Scan(string lot, LocalDate expires, string gtin = Gtin) =>
        $"]d201{gtin}17{LocalDatePattern.CreateWithInvariantCulture("yyMMdd").Format(expires)}10{lot}";

    private static string Date(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary>A consultation that was written for this project; no real patient.</summary>
    public const string Consultation = """
        Doctora: Buenos días, señora Rosa, pase y siéntese. ¿Qué la trae por aquí hoy?
        Paciente: Buenos días doctora, vengo por un dolor de garganta muy fuerte.
        Doctora: ¿Desde cuándo lo tiene?
        Paciente: Desde hace tres días, no, perdón, cuatro días, empezó el jueves por la noche.
        Doctora: ¿Ha tenido fiebre?
        Paciente: Sí, anoche tuve treinta y ocho punto cinco.
        Doctora: ¿Tos o dificultad para respirar?
        Paciente: No, nada de eso.
        Doctora: ¿Es alérgica a algún medicamento?
        Paciente: Sí, a la penicilina, me salen ronchas.
        Doctora: ¿Toma alguna medicina de forma habitual?
        Paciente: Losartán de cincuenta miligramos una vez al día, para la presión.
        Doctora: Vamos a explorarla. La faringe está muy roja y las amígdalas tienen exudado. Los pulmones están limpios, sin sibilancias.
        Doctora: Lo que tiene es una amigdalitis aguda, probablemente bacteriana.
        Doctora: Como es alérgica a la penicilina, le voy a recetar azitromicina de quinientos miligramos una vez al día durante tres días, y paracetamol un gramo cada ocho horas si hay fiebre.
        Doctora: Si no mejora en cuarenta y ocho horas, regrese a consulta.
        """;
}
