using System.Text.Json;

namespace Clinic.EmergencyBilling.Reports.Csv;

/// <summary>The words of the tables: in English as the JSON has them, in Spanish as people say them.</summary>
internal static class ReportWords
{
    private static readonly Dictionary<string, string> Spanish = new(EmergencyBillingRules.SpanishWords(), StringComparer.Ordinal)
    {
        ["Preview"] = "vista previa",
        ["Final"] = "cuenta",
        ["Credit"] = "acreditación",
        ["Voice"] = "voz",
        ["Import"] = "importación",
        ["System"] = "sistema",
        ["Reception"] = "recepción",
        ["Created"] = "creada",
        ["Drafted"] = "borrador escrito",
        ["Corrected"] = "corregida",
        ["Ended"] = "terminada",
        ["Billable"] = "intervalo cobrado",
        ["NotBillable"] = "no facturable",
    };

    public static string Of<TEnum>(TEnum value, string language)
        where TEnum : struct, Enum
    {
        var name = value.ToString();
        return language == "es" ? Spanish.GetValueOrDefault(name, name) : JsonNamingPolicy.CamelCase.ConvertName(name);
    }
}
