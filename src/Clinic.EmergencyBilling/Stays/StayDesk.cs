using System.Text.Json;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Alerts;
using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Rights;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>What every command about a stay looks up and checks, and the one way in which it saves.</summary>
internal sealed class StayDesk(
    IUnitOfWork work, IStayStore stays, IPersonDirectory people, ISiteDirectory sites, ITariffSource tariffs, Func<ICredentialVerifier> credentials,
    StayBilling billing, StayWatching watching, EmergencyBillingOptions options, IIdGenerator ids)
{
    public IUnitOfWork Work => work;

    public ISiteDirectory Sites => sites;

    public IIdGenerator Ids => ids;

    public Task<StayAnswer> RunAsync(CommandContext x, StayCommand command, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(command);
        var approvals = new Approvals(credentials, people);
        return work.RunAsync(x, command, (unit, token) => StageAsync(unit, command, approvals, token), ct);
    }

    public Task<StayAnswer> StageAsync(IUnit unit, StayCommand command, CancellationToken ct) =>
        StageAsync(unit, command, new Approvals(credentials, people), ct);

    /// <summary>The stay as the caller read it, at the caller's site.</summary>
    public async Task<EmergencyStay> LoadAsync(IUnit unit, StayId id, long? version, Failures failures, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var found = id == default ? null : await stays.FindAsync(unit.Context.Tenant, id, ct).ConfigureAwait(false);
        if (found is null || found.Site != unit.Context.Site) throw failures.With(EmergencyBillingRules.StayUnknown, ("stay", id));
        failures.Require(version is null || version == found.Version, EmergencyBillingRules.StaleStay, ("stay", id), ("asked", version), ("found", found.Version));
        return found;
    }

    /// <summary>A time as entered: the instant, the typed local time, or now; in whole seconds, and a little ahead is now.</summary>
    public (Instant At, EnteredLocal? Entered) Occurred(Failures failures, string field, Instant? at, LocalEntry? local, string zone, Instant now)
    {
        failures.Require(at is null || local is null, EmergencyBillingRules.TimeSaidTwice, ("field", field));
        EnteredLocal? entered = null;
        if (at is null && local is not null && LocalTimes.Resolve(failures, DateTimeZoneProviders.Tzdb[zone], DateTimeZoneProviders.Tzdb.VersionId, local) is { } found)
            (at, entered) = found;
        var asked = at ?? now;
        failures.Require(asked <= now + options.ClockSkew, EmergencyBillingRules.TimeInFuture, ("found", asked), ("now", now));
        return (WholeSecond(asked > now ? now : asked), entered);
    }

    public static Instant WholeSecond(Instant instant) => Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds());

    /// <summary>What every entry of a log says, whatever it is about.</summary>
    public StayEvent Entry(IUnit unit, EmergencyAct act, StaySource source, Instant at, Failures failures)
    {
        var actor = unit.Context.Actor;
        failures.Field("source", Enum.IsDefined(source) && (source != StaySource.System || actor.HasAny(Role.System)), source, "reception, voice, import; system only of jobs");
        return new()
        {
            Id = ids.Next<StayEventId>(),
            Command = unit.Context.Command,
            Kind = StayEventKind.Registered,
            OccurredAt = at,
            RecordedAt = unit.Now,
            By = actor.Person,
            // Who lacks every role has been refused already.
            Role = EmergencyRights.RolesFor(act).FirstOrDefault(r => actor.HasAny(r)),
            Source = source,
        };
    }

    public StayAnswer Add(IUnit unit, EmergencyStay stay)
    {
        stays.Add(unit, stay);
        return Told(unit, stay, EmergencyEvents.StayRegistered);
    }

    /// <summary>Stages a changed stay with its audit entry and event; every change of a stay goes through here.</summary>
    public StayAnswer Save(IUnit unit, EmergencyStay before, EmergencyStay after)
    {
        stays.Save(unit, before, after);
        var answer = Told(unit, after, EventOf(after.Events[^1].Kind));
        if (after.Clinical == ClinicalStatus.Departed && before.Clinical != ClinicalStatus.Departed && after.IsOpen) Publish(unit, after, EmergencyEvents.DepartedWhileRunning);
        return answer;
    }

    public async Task<bool> HasDepartmentAsync(CommandContext x, DepartmentId department, CancellationToken ct) =>
        (await sites.DepartmentsAsync(x.Tenant, x.Site, ct).ConfigureAwait(false)).Any(d => d.Id == department);

    private async Task<StayAnswer> StageAsync(IUnit unit, StayCommand command, Approvals approvals, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var failures = new Failures();
        EmergencyRights.CheckRole(failures, unit.Context.Actor, command.Act);
        var before = await LoadAsync(unit, command.Stay, command.Version, failures, ct).ConfigureAwait(false);
        var entry = Entry(unit, before, command, failures);
        var after = command is MoveCare move ? before.RecordClinical(failures, move.Step, entry) : before.Record(failures, command.Trigger, entry);
        if (command is TransferStay { Department: var department } && !await HasDepartmentAsync(unit.Context, department, ct).ConfigureAwait(false))
            failures.Add(EmergencyBillingRules.DepartmentUnknown, ("department", department));
        if (command is ReopenStay && before.EndedAt is { } ended)
            failures.Require(unit.Now <= ended + options.ReopenWithin, EmergencyBillingRules.ReopenTooLate, ("closed", ended), ("allowed", ended + options.ReopenWithin));
        await CheckTariffAsync(unit, before, after, command, entry.OccurredAt, failures, ct).ConfigureAwait(false);
        await CheckOthersAsync(unit, before, after, command, entry.OccurredAt, failures, ct).ConfigureAwait(false);
        after = await ApprovedAsync(unit, before, after, command, entry, approvals, failures, ct).ConfigureAwait(false);
        var bill = await billing.PrepareAsync(unit, before, after, failures, ct).ConfigureAwait(false);
        var watch = await watching.PrepareAsync(unit, before, after, ct).ConfigureAwait(false);
        failures.ThrowIfAny();
        bill.Stage();
        watch.Stage();
        return Save(unit, before, after) with { Revision = bill.Revision, Total = bill.Total };
    }

    private StayEvent Entry(IUnit unit, EmergencyStay stay, StayCommand command, Failures failures)
    {
        if (command is not TimedStayCommand timed) return command.Fill(Entry(unit, command.Act, command.Source, WholeSecond(unit.Now), failures));
        var earlier = command is CorrectTime correct ? stay.EntryOf(correct.Event) : null;
        // A correction of the end of a carve-out alone leaves the beginning, and how it was typed, as they were.
        var keeps = earlier is { Kind: StayEventKind.CarvedOut } && timed is CorrectTime { At: null, AtLocal: null } and not { Until: null, UntilLocal: null };
        if (command is CorrectTime && !keeps) failures.Field("at", timed.At is not null || timed.AtLocal is not null, null, "the right time");
        var (at, entered) = keeps ? (earlier!.At, earlier.Current.Entered) : Occurred(failures, "at", timed.At, timed.AtLocal, stay.Zone, unit.Now);
        // Clocks of two servers differ by less than the allowance: now is never before what was just entered.
        if (timed is { At: null, AtLocal: null } && command is not (MoveCare or CorrectTime or AddCarveOut) && stay.Log.LastOf(clinical: false).At is var last && at < last && last <= unit.Now + options.ClockSkew) at = last;
        var entry = command.Fill(Entry(unit, command.Act, command.Source, at, failures)) with { Entered = entered };
        var (until, untilLocal) = command switch
        {
            AddCarveOut a => (a.Until, a.UntilLocal),
            CorrectTime c => (c.Until, c.UntilLocal),
            _ => (null, null),
        };
        if (until is null && untilLocal is null) return entry;
        var (end, endEntered) = Occurred(failures, "until", until, untilLocal, stay.Zone, unit.Now);
        return entry with { Until = end, UntilEntered = endEntered };
    }

    // Never price zero: without a tariff the clock does not begin.
    private async Task CheckTariffAsync(
        IUnit unit, EmergencyStay before, EmergencyStay after, StayCommand command, Instant at, Failures failures, CancellationToken ct)
    {
        if (command is not (StartStay or CorrectTime) || (command is CorrectTime && after.StartedAt == before.StartedAt)) return;
        var inForce = await tariffs.ReadAsync(unit.Context.Tenant, before.Site, ct).ConfigureAwait(false);
        inForce.Require(unit);
        var (payer, line, acuity) = (before.Payer, before.ServiceLine, before.Acuity);
        if (command is CorrectTime && after.ToTimeline().Terms[0] is var first) (payer, line, acuity) = (first.Payer, first.ServiceLine, first.Acuity);
        if (inForce.Book.Find(payer, line, acuity, at) is null)
            failures.Add(EmergencyBillingRules.NoTariffInForce, ("at", at), ("key", new TariffKey(payer, line, acuity)));
    }

    // A patient is in one place: what another stay takes, open or closed, this one cannot.
    private async Task CheckOthersAsync(
        IUnit unit, EmergencyStay before, EmergencyStay after, StayCommand command, Instant at, Failures failures, CancellationToken ct)
    {
        IReadOnlyList<StayInterval>? taken = command switch
        {
            StartStay => [new(at, null)],
            ReopenStay { Gap: GapMode.Billable } when before.EndedAt is { } ended => [new(ended, null)],
            ReopenStay => [new(at, null)],
            CorrectTime when after != before => after.Log.Occupied,
            _ => null,
        };
        if (taken is not { Count: > 0 }) return;
        foreach (var other in await stays.TouchingAsync(unit.Context.Tenant, before.Patient, taken.Min(t => t.From), ct).ConfigureAwait(false))
        {
            if (other.Id == before.Id) continue;
            unit.Require(other.Fact, other.Version);
            if (other.IsOpen) failures.Add(EmergencyBillingRules.OtherStayOpen, ("other", other.Id), ("start", other.StartedAt));
            else if (other.Takes(taken)) failures.Add(EmergencyBillingRules.StaysOverlap, ("other", other.Id), ("start", other.StartedAt), ("end", other.EndedAt));
        }
    }

    private async Task<EmergencyStay> ApprovedAsync(
        IUnit unit, EmergencyStay before, EmergencyStay after, StayCommand command, StayEvent entry, Approvals approvals, Failures failures, CancellationToken ct)
    {
        if (command is not TimedStayCommand timed) return after;
        if (timed.Approver is { } proof)
        {
            var approval = await approvals.CheckAsync(unit.Context, proof, timed.Device, failures, ct).ConfigureAwait(false);
            return after == before || approval is null ? after : after.Approved(approval);
        }

        var late = unit.Now - (command is AddCarveOut ? entry.Until ?? entry.OccurredAt : entry.OccurredAt);
        var afterClose = options.ApproveAfterClose && command is CorrectTime or AddCarveOut && !before.IsOpen;
        var needed = command is not MoveCare && !unit.Context.Actor.HasAny(Role.System) && (afterClose || late > options.ApproveLaterThan);
        failures.Require(!needed, EmergencyBillingRules.ApprovalMissing, ("found", entry.OccurredAt), ("late", late), ("limit", options.ApproveLaterThan));
        return after;
    }

    private static StayAnswer Told(IUnit unit, EmergencyStay stay, string type)
    {
        var entry = stay.Events[^1];
        unit.Audit($"stay.{JsonNamingPolicy.KebabCaseLower.ConvertName(entry.Kind.ToString())}", stay.Fact, $"{stay.Status}, {stay.Clinical}, entry {entry.Id}");
        Publish(unit, stay, type);
        return new(stay.Id, stay.Encounter, entry.Id, stay.Status, stay.Clinical, stay.Version);
    }

    private static void Publish(IUnit unit, EmergencyStay stay, string type)
    {
        var entry = stay.Events[^1];
        unit.Publish(type, JsonSerializer.Serialize(
            new StayHappening(stay.Id, stay.Site, stay.Encounter, entry.Id, entry.Kind, stay.Status, stay.Clinical, stay.Version), ClinicJson.Options));
    }

    private static string EventOf(StayEventKind kind) => kind switch
    {
        StayEventKind.Started => EmergencyEvents.StayStarted,
        StayEventKind.Paused => EmergencyEvents.StayPaused,
        StayEventKind.Resumed => EmergencyEvents.StayResumed,
        StayEventKind.Closed or StayEventKind.Abandoned => EmergencyEvents.StayClosed,
        StayEventKind.Reopened => EmergencyEvents.StayReopened,
        StayEventKind.TimeCorrected or StayEventKind.CarvedOut => EmergencyEvents.StayCorrected,
        StayEventKind.AcuityChanged or StayEventKind.PayerChanged or StayEventKind.Transferred => EmergencyEvents.StayTermsChanged,
        StayEventKind.Invoiced or StayEventKind.Settled or StayEventKind.Credited => EmergencyEvents.StayBilled,
        StayEventKind.ClinicallyMoved => EmergencyEvents.CareMoved,
        _ => EmergencyEvents.StayEnded,
    };
}
