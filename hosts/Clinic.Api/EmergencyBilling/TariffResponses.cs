using Clinic.Abstractions;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.Api.EmergencyBilling;

/// <summary>A tariff in a list, without prices.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name for people.</param>
/// <param name="Key">For whom.</param>
/// <param name="Currency">The currency of its amounts.</param>
/// <param name="Version">Its version.</param>
/// <param name="Versions">Its versions of prices, without the prices.</param>
public sealed record TariffListed(TariffId Id, string Name, TariffKey Key, Currency Currency, long Version, IReadOnlyList<TariffVersionListed> Versions)
{
    internal static TariffListed Of(Tariff t) => new(t.Id, t.Name, t.Key, t.Currency, t.Version, [.. t.ToSnapshot().Versions.Select(TariffVersionListed.Of)]);
}

/// <summary>A version of prices in a list.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="EffectiveFrom">From when on it prices.</param>
/// <param name="EffectiveTo">Until when; null while open.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Approver">Who published it.</param>
/// <param name="ContentHash">The hash of its prices.</param>
public sealed record TariffVersionListed(
    int Number, TariffStatus Status, Instant EffectiveFrom, Instant? EffectiveTo, PersonId Author, string Reason, PersonId? Approver, string ContentHash)
{
    internal static TariffVersionListed Of(TariffVersionSnapshot v) =>
        new(v.Number, v.Status, v.EffectiveFrom, v.EffectiveTo, v.Author, v.Reason, v.Approver, v.ContentHash);
}

/// <summary>A version of the holiday calendar of a site.</summary>
/// <param name="Name">The name of the calendar.</param>
/// <param name="Version">Its version.</param>
/// <param name="From">The first date it speaks of.</param>
/// <param name="Through">The last date it speaks of.</param>
/// <param name="Holidays">The holidays by date.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
public sealed record HolidayCalendarResponse(
    string Name, int Version, LocalDate From, LocalDate Through, IReadOnlyList<Holiday> Holidays, PersonId By, Instant At, string Reason)
{
    internal static HolidayCalendarResponse Of(StoredCalendar c) => new(
        c.Calendar.Name, c.Calendar.Version, c.Calendar.From, c.Calendar.Through, c.Calendar.Holidays, c.By, c.At, c.Reason);
}

/// <summary>A starter tariff: an example to copy and change, authoritative for nobody.</summary>
/// <param name="Code">Its code.</param>
/// <param name="About">What it shows.</param>
/// <param name="Terms">Its prices, with made-up amounts.</param>
public sealed record StarterTariffResponse(string Code, string About, TariffTerms Terms);
