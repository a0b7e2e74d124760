using System.Globalization;

namespace Clinic.Dispensing.Patterns;

/// <summary>A pattern in words, Spanish or English: what was seen, on how much, and that it accuses nobody. Pure.</summary>
public static class LossPatternWords
{
    private static readonly CultureInfo Spanish = SpanishNumbers();

    /// <summary>Two or three sentences that a supervisor can read aloud.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="language">The language, <c>es</c> or any other for English.</param>
    /// <param name="names">Turns ids into names people know: department, medication and person.</param>
    public static string Of(LossPattern pattern, string language, Func<object, string> names)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(names);
        return language == "es" ? InSpanish(pattern, names) : InEnglish(pattern, names);
    }

    private static string InSpanish(LossPattern p, Func<object, string> names)
    {
        var who = p.Person is { } person ? $"las entregas a cargo de {names(person)}" : $"el turno «{ShiftName(p.Shift!)}»";
        var what = p.Medication is { } medication ? $" con {names(medication)}" : "";
        var seen = p.Kind switch
        {
            LossPatternKind.SameLoss => $"se pierde la misma cantidad, {Number(p.Amount!.Value, Spanish)} {p.Unit}, {p.Losses} veces; por el resto se esperarían {Number((decimal)p.UsualLosses!.Value, Spanish)}",
            LossPatternKind.SameShare => $"se pierde entre {Percent(p.Share!.Value.Above, Spanish)} y {Percent(p.Share.Value.UpTo, Spanish)} de lo entregado {p.Losses} veces, sea cual sea el medicamento; por el resto se esperarían {Number((decimal)p.UsualLosses!.Value, Spanish)}",
            LossPatternKind.LargeLosses => $"se juntan {p.Losses} pérdidas grandes; por el resto se esperarían {Number((decimal)p.UsualLosses!.Value, Spanish)}",
            _ => $"se pierde en promedio {Percent(p.Rate, Spanish)} de lo entregado; en entregas comparables, {Percent(p.PeerRate, Spanish)}",
        };
        return $"En {names(p.Department)}, en {who}{what}, {seen}. Muestra: {p.Deliveries} entregas frente a {p.PeerDeliveries}{(p.Days > 0 ? $", en {p.Days} días distintos" : "")}. "
            + "Es una invitación a revisar, no prueba una falta: puede haber una explicación que los datos no muestran.";
    }

    private static string InEnglish(LossPattern p, Func<object, string> names)
    {
        var who = p.Person is { } person ? $"the deliveries that {names(person)} answers for" : $"the shift “{p.Shift}”";
        var what = p.Medication is { } medication ? $" with {names(medication)}" : "";
        var invariant = CultureInfo.InvariantCulture;
        var seen = p.Kind switch
        {
            LossPatternKind.SameLoss => $"the same amount, {Number(p.Amount!.Value, invariant)} {p.Unit}, is lost {p.Losses} times; judged by the others {Number((decimal)p.UsualLosses!.Value, invariant)} would be usual",
            LossPatternKind.SameShare => $"between {Percent(p.Share!.Value.Above, invariant)} and {Percent(p.Share.Value.UpTo, invariant)} of what is delivered is lost {p.Losses} times, whatever the medication; judged by the others {Number((decimal)p.UsualLosses!.Value, invariant)} would be usual",
            LossPatternKind.LargeLosses => $"{p.Losses} large losses gather; judged by the others {Number((decimal)p.UsualLosses!.Value, invariant)} would be usual",
            _ => $"{Percent(p.Rate, invariant)} of what is delivered is lost on average; in comparable deliveries {Percent(p.PeerRate, invariant)}",
        };
        return $"In {names(p.Department)}, in {who}{what}, {seen}. Sample: {p.Deliveries} deliveries against {p.PeerDeliveries}{(p.Days > 0 ? $", on {p.Days} different days" : "")}. "
            + "This invites a review and proves no fault: there may be an explanation that the data do not show.";
    }

    private static string ShiftName(string name) => name switch { "morning" => "mañana", "afternoon" => "tarde", "night" => "noche", _ => name };

    private static string Percent(decimal rate, CultureInfo culture) => Math.Round(rate * 100, 2, MidpointRounding.AwayFromZero).ToString("0.##", culture) + " %";

    private static string Number(decimal value, CultureInfo culture) => value.ToString("0.######", culture);

    // Fixed here: the culture data of a machine may differ.
    private static CultureInfo SpanishNumbers()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        return culture;
    }
}
