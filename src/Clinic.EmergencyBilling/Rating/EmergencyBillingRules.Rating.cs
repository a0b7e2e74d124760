using Clinic.Abstractions;

namespace Clinic.EmergencyBilling;

public static partial class EmergencyBillingRules
{
    /// <summary>An interval ends before it begins.</summary>
    public const string EndBeforeStart = "EMB201";

    /// <summary>The clock stands before the start of an open stay.</summary>
    public const string NowBeforeStart = "EMB202";

    /// <summary>No tariff is in force; the price is never zero instead.</summary>
    public const string NoTariffInForce = "EMB203";

    /// <summary>The holiday calendar does not speak of a date that a price asks about.</summary>
    public const string CalendarEnds = "EMB204";

    /// <summary>The payer, service line or acuity of some instant is not said, or said twice.</summary>
    public const string TermsUnclear = "EMB205";

    /// <summary>The stay is longer than any stay.</summary>
    public const string StayTooLong = "EMB206";

    private static IEnumerable<RuleText> RatingTexts() =>
    [
        new(EndBeforeStart, RuleKind.Malformed,
            "{field} ends at {end}, before it begins at {start}.",
            "{field} termina el {end}, antes de empezar el {start}."),
        new(NowBeforeStart, RuleKind.Malformed,
            "The stay begins at {start}; it cannot be priced at {now}.",
            "La estancia empieza el {start}; no se puede calcular al {now}."),
        new(NoTariffInForce, RuleKind.Refused,
            "No tariff is in force at {at} for {key} (payer/service line/acuity).",
            "No rige ninguna tarifa el {at} para {key} (pagador/servicio/gravedad)."),
        new(CalendarEnds, RuleKind.Refused,
            "The holiday calendar {calendar} speaks of {from} to {through}; {date} is outside.",
            "El calendario de feriados {calendar} va del {from} al {through}; {date} queda fuera."),
        new(TermsUnclear, RuleKind.Malformed,
            "Payer, service line and acuity must be said from the start on, once per instant; {found}.",
            "Pagador, servicio y gravedad deben constar desde el inicio, una vez por instante; {found}."),
        new(StayTooLong, RuleKind.Refused,
            "The stay lasts {found}; the most that is priced is {allowed}.",
            "La estancia dura {found}; lo máximo que se calcula es {allowed}."),
    ];
}
