using NodaTime;
using NodaTime.Text;

namespace Clinic.Api.Tour;

/// <summary>The files and scans that the tour uses; dates follow today, so that it never grows old.</summary>
internal static class TourFiles
{
    public const string Gtin = "09506000134352";

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

    public static string Scan(string lot, LocalDate expires) =>
        $"]d201{Gtin}17{LocalDatePattern.CreateWithInvariantCulture("yyMMdd").Format(expires)}10{lot}";

    private static string Date(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
