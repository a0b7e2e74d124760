using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Reports;

/// <summary>From what stores give to what an auditor reads: before and after of every change. Pure.</summary>
public static class ChangeRows
{
    /// <summary>The row of a change.</summary>
    public static ChangeRow Of(RecordedChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change is { Account: { } account, Event: { } id }
            ? OfStay(change.At, account, account.Stay.Events.First(e => e.Id == id))
            : OfTariff(change.At, change.Tariff!, change.Change!);
    }

    private static ChangeRow OfStay(Instant at, StayAccount account, StayEvent entry)
    {
        var stay = account.Stay;
        var zone = DateTimeZoneProviders.Tzdb[stay.Zone];
        var earlier = entry.Supersedes is { } superseded ? stay.Events.First(e => e.Id == superseded) : null;
        var before = entry.Kind switch
        {
            StayEventKind.TimeCorrected => ChangedTime.Of(earlier!.OccurredAt, earlier.Until, zone),
            StayEventKind.Reopened => CloseBefore(stay, entry) is { } close ? ChangedTime.Of(close, null, zone) : null,
            _ => null,
        };
        return new(at, entry.By, entry.Approval?.Approver, entry.Reason, new(
            stay.Id, stay.Encounter, entry.Id, entry.Kind, earlier is null ? null : OriginOf(stay, earlier).Kind, before,
            ChangedTime.Of(entry.OccurredAt, entry.Until, zone), entry.Gap, MoneyOf(account, entry)), null);
    }

    private static StayEvent OriginOf(EmergencyStay stay, StayEvent entry)
    {
        while (entry.Supersedes is { } earlier) entry = stay.Events.First(e => e.Id == earlier);
        return entry;
    }

    // What was held when the entry was recorded: later corrections do not count yet.
    private static Instant? CloseBefore(EmergencyStay stay, StayEvent reopened) =>
        new EffectiveLog([.. stay.Events.TakeWhile(e => e.Id != reopened.Id)]).EndedAt;

    // Each entry is one version of the stay, so the revision that it caused names that version.
    private static ChangedMoney? MoneyOf(StayAccount account, StayEvent entry)
    {
        var version = account.Stay.Events.TakeWhile(e => e.Id != entry.Id).Count() + 1;
        var before = account.Revisions.LastOrDefault(r => r.StayVersion < version);
        var after = account.Revisions.FirstOrDefault(r => r.StayVersion == version && r.At == entry.RecordedAt && r.By == entry.By) ?? before;
        return after is null
            ? null
            : new(after.Statement.Currency, before is null ? null : Owed(before), before?.Revision, Owed(after), after.Revision);
    }

    private static decimal Owed(RecordedStatement revision) => revision.Statement.Kind == StatementKind.Credit ? 0m : revision.Statement.Total;

    private static ChangeRow OfTariff(Instant at, Tariff tariff, TariffChange change)
    {
        var version = change.Number is { } number ? tariff.Versions.FirstOrDefault(v => v.Number == number) : null;
        var saysPrices = version is not null && change.Kind is TariffChangeKind.Drafted or TariffChangeKind.Published or TariffChangeKind.Corrected;
        var earlier = saysPrices ? Before(tariff, version!, at) : null;
        return new(at, change.By, null, change.Reason, null, new(
            tariff.Id, tariff.Name, change.Kind, change.Number, version?.ContentHash, version?.Author, version?.EffectiveFrom, earlier?.Number,
            saysPrices ? TermsComparison.Of(earlier?.Terms, version!.Terms) : [], change.EndBefore, change.EndAfter));
    }

    // What it corrects, or else the version that priced until it began, as was known then.
    private static TariffVersion? Before(Tariff tariff, TariffVersion version, Instant at) => version.State.Replaces is { } replaced
        ? tariff.Versions.FirstOrDefault(v => v.Number == replaced)
        : tariff.Versions
            .Where(v => v.Number != version.Number && v.State.PublishedAt is { } published && published <= at && v.EffectiveFrom < version.EffectiveFrom)
            .OrderBy(v => v.EffectiveFrom).ThenBy(v => v.State.PublishedAt).ThenBy(v => v.Number).LastOrDefault();
}
