using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.Api.EmergencyBilling;

/// <summary>A tariff for a key, without prices yet.</summary>
/// <param name="Name">The name for people.</param>
/// <param name="Reason">Why.</param>
/// <param name="Payer">For one payer only.</param>
/// <param name="ServiceLine">For one service line only.</param>
/// <param name="Acuity">For one acuity only.</param>
public sealed record CreateTariffRequest(string Name, string Reason, string? Payer = null, string? ServiceLine = null, AcuityLevel? Acuity = null);

/// <summary>A version of a tariff that may be published later.</summary>
/// <param name="Terms">All prices.</param>
/// <param name="EffectiveFrom">From when on they shall hold, in whole seconds.</param>
/// <param name="Reason">Why.</param>
/// <param name="EffectiveTo">Until when; missing for open.</param>
/// <param name="Replaces">The number of a published version that it corrects.</param>
/// <param name="Version">The version of the tariff that was read; or send it as If-Match.</param>
public sealed record DraftTariffRequest(
    TariffTerms Terms, Instant EffectiveFrom, string Reason, Instant? EffectiveTo = null, int? Replaces = null, long? Version = null);

/// <summary>Puts a draft in force.</summary>
/// <param name="Reason">Why it is right.</param>
/// <param name="Version">The version of the tariff that was read; or send it as If-Match.</param>
public sealed record PublishTariffRequest(string Reason, long? Version = null);

/// <summary>Ends a tariff.</summary>
/// <param name="At">The first instant it no longer prices.</param>
/// <param name="Reason">Why.</param>
/// <param name="Version">The version of the tariff that was read; or send it as If-Match.</param>
public sealed record EndTariffRequest(Instant At, string Reason, long? Version = null);

/// <summary>The next version of the holiday calendar of the site.</summary>
/// <param name="Name">The name of the calendar.</param>
/// <param name="From">The first date it speaks of.</param>
/// <param name="Through">The last date it speaks of.</param>
/// <param name="Holidays">The holidays, each date once.</param>
/// <param name="Reason">Why.</param>
/// <param name="Version">The version that was read; missing or 0 for the first.</param>
public sealed record HolidayCalendarRequest(
    string Name, LocalDate From, LocalDate Through, IReadOnlyList<Holiday> Holidays, string Reason, int? Version = null);
