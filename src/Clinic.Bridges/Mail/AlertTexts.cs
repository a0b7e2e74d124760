using System.Text;
using Clinic.Pharmacy.Alerts;

namespace Clinic.Bridges.Mail;

/// <summary>What a mail says about alerts, in Spanish or English. Pure.</summary>
internal static class AlertTexts
{
    private static readonly Dictionary<string, (string Spanish, string English)> Names = new(StringComparer.Ordinal)
    {
        ["lot"] = ("lote", "lot"),
        ["expiry"] = ("vence", "expires"),
        ["daysLeft"] = ("días restantes", "days left"),
        ["level"] = ("aviso a los días", "warned at days"),
        ["onHand"] = ("existencia", "on hand"),
        ["value"] = ("valor", "value"),
        ["window"] = ("días observados", "days looked at"),
        ["daysInStock"] = ("días con existencia", "days in stock"),
        ["perDay"] = ("consumo por día", "used per day"),
        ["daysOfSupply"] = ("alcanza para días", "lasts days"),
        ["minimumOnHand"] = ("mínimo", "minimum"),
        ["minimumDays"] = ("mínimo de días", "minimum of days"),
        ["atRisk"] = ("no se usará a tiempo", "will not be used in time"),
        ["day"] = ("día", "day"),
        ["used"] = ("consumo", "used"),
        ["median"] = ("mediana", "median"),
        ["spread"] = ("dispersión", "spread"),
        ["score"] = ("distancia", "distance"),
        ["sample"] = ("días comparados", "days compared"),
        ["what"] = ("diferencia", "difference"),
        ["opened"] = ("abierta desde", "open since"),
        ["openDays"] = ("plazo en días", "allowed days"),
    };

    /// <summary>Subject and text of one mail about some alerts.</summary>
    public static (string Subject, string Text) Of(IReadOnlyList<(Alert Alert, string? Product)> alerts, int level, string language)
    {
        var spanish = language == "es";
        var one = alerts.Count == 1 ? Kind(alerts[0].Alert.Cause.Kind, spanish) : null;
        var subject = (spanish, level, one) switch
        {
            (true, 0, null) => FormattableString.Invariant($"{alerts.Count} alertas de farmacia"),
            (true, 0, _) => $"Alerta de farmacia: {one}",
            (true, _, _) => FormattableString.Invariant($"Sin respuesta (nivel {level}): {one}"),
            (false, 0, null) => FormattableString.Invariant($"{alerts.Count} pharmacy alerts"),
            (false, 0, _) => $"Pharmacy alert: {one}",
            _ => FormattableString.Invariant($"Not answered (level {level}): {one}"),
        };
        var text = new StringBuilder();
        foreach (var (alert, product) in alerts.OrderByDescending(a => a.Alert.Cause.Severity).ThenBy(a => a.Alert.Cause.Kind).ThenBy(a => a.Alert.Cause.Key, StringComparer.Ordinal))
        {
            text.Append(Kind(alert.Cause.Kind, spanish)).Append(" (").Append(Severity(alert.Cause.Severity, spanish)).Append(')');
            if (product is not null) text.Append(": ").Append(product);
            if (alert.Status == AlertStatus.Resolved) text.Append(spanish ? " [ya resuelta]" : " [over by now]");
            text.Append('\n');
            foreach (var fact in alert.Cause.Facts) text.Append("  ").Append(Name(fact.Name, spanish)).Append(": ").Append(fact.Value).Append('\n');
            text.Append("  ").Append(alert.Id).Append("\n\n");
        }

        return (subject, text.Append(spanish ? "Mensaje automático; no responda." : "Automatic message; do not answer.").ToString());
    }

    private static string Name(string name, bool spanish) => Names.TryGetValue(name, out var both) ? spanish ? both.Spanish : both.English : name;

    private static string Severity(AlertSeverity severity, bool spanish) => (severity, spanish) switch
    {
        (AlertSeverity.Critical, true) => "crítica",
        (AlertSeverity.Warning, true) => "advertencia",
        (AlertSeverity.Notice, true) => "aviso",
        _ => severity.ToString().ToLowerInvariant(),
    };

    private static string Kind(AlertKind kind, bool spanish) => (kind, spanish) switch
    {
        (AlertKind.Expiry, true) => "Vencimiento",
        (AlertKind.LowStock, true) => "Existencias bajas",
        (AlertKind.ExpiryRisk, true) => "Riesgo de vencimiento",
        (AlertKind.UnusualConsumption, true) => "Consumo inusual; conviene revisarlo",
        (AlertKind.DiscrepancyOpen, true) => "Diferencia sin resolver",
        (AlertKind.Expiry, false) => "Expiry",
        (AlertKind.LowStock, false) => "Low stock",
        (AlertKind.ExpiryRisk, false) => "Risk of expiry",
        (AlertKind.UnusualConsumption, false) => "Unusual consumption; worth a review",
        _ => "Difference left open",
    };
}
