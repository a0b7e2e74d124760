using Clinic.Abstractions;
using Clinic.Pharmacy.Counting;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.CountSessions;

/// <summary>Counting by a frozen list: blind where the clinic wants it, recounted by others, approved by somebody else.</summary>
public sealed class SessionCounting
{
    private readonly IUnitOfWork work;
    private readonly StockDesk desk;
    private readonly ICountSessionStore sessions;
    private readonly CountList list;
    private readonly StockCounting counting;
    private readonly ILotStore lots;
    private readonly IPersonDirectory people;
    private readonly ICredentialVerifier verifier;
    private readonly CountSessionOptions options;
    private readonly IIdGenerator ids;

    internal SessionCounting(
        IUnitOfWork work, StockDesk desk, ICountSessionStore sessions, CountList list, StockCounting counting, ILotStore lots, IPersonDirectory people,
        ICredentialVerifier verifier, CountSessionOptions options, IIdGenerator ids)
    {
        this.work = work;
        this.desk = desk;
        this.sessions = sessions;
        this.list = list;
        this.counting = counting;
        this.lots = lots;
        this.people = people;
        this.verifier = verifier;
        this.options = options;
        this.ids = ids;
    }

    /// <summary>Plans a session.</summary>
    /// <exception cref="PharmacyException">The location is unknown, or a rule is broken.</exception>
    public Task<CountSessionAnswer> PlanAsync(CommandContext x, PlanCountSession command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Freezes the list; counting begins.</summary>
    /// <exception cref="PharmacyException">The session is unknown or was changed since, or nothing is within its scope.</exception>
    public Task<CountSessionAnswer> StartAsync(CommandContext x, StartCountSession command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Writes down what was counted.</summary>
    /// <exception cref="PharmacyException">A lot is not on the list, the wrong person counts, or the second person is missing.</exception>
    public Task<CountSessionAnswer> EnterAsync(CommandContext x, EnterCounts command, CancellationToken cancellationToken = default)
    {
        var proofs = new CounterProofs(verifier);
        return work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, proofs, ct), cancellationToken);
    }

    /// <summary>Hands a round in.</summary>
    /// <exception cref="PharmacyException">Lines are missing, or nothing is counted now.</exception>
    public Task<CountSessionAnswer> SubmitAsync(CommandContext x, SubmitCounts command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Sends lines back to be counted once more.</summary>
    /// <exception cref="PharmacyException">The session is not in review, or a lot is not on its list.</exception>
    public Task<CountSessionAnswer> AskRecountAsync(CommandContext x, AskRecount command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Accepts the counts and posts them, all or none.</summary>
    /// <exception cref="PharmacyException">The session is not in review, the approver counted, or the ledger refuses a line.</exception>
    public Task<CountApproval> ApproveAsync(CommandContext x, ApproveCountSession command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Gives a session up.</summary>
    /// <exception cref="PharmacyException">The session is unknown or has ended.</exception>
    public Task<CountSessionAnswer> CancelAsync(CommandContext x, CancelCountSession command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    private async Task<CountSessionAnswer> StageAsync(IUnit unit, PlanCountSession command, CancellationToken ct)
    {
        var x = unit.Context;
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, x.Actor, PharmacyAct.Count);
        await desk.StockedLocationAsync(x, command.Location, PharmacyAct.Count, failures, ct).ConfigureAwait(false);
        failures.ThrowIfAny();
        var planned = CountSession.Restore(new(
            ids.Next<CountSessionId>(), command.Location, command.Kind, command.Scope ?? CountScope.Everything, command.IsBlind, CountSessionStatus.Draft,
            Round: 0, x.Actor.Person, unit.Now, null, null, null, null, null, [], Version: 1));
        sessions.Add(unit, planned);
        unit.Audit("count-session.planned", planned.Fact, $"{command.Kind}{(command.IsBlind ? ", blind" : "")}");
        return Answer(planned);
    }

    private async Task<CountSessionAnswer> StageAsync(IUnit unit, StartCountSession command, CancellationToken ct)
    {
        var failures = new Failures();
        var session = await LoadAsync(unit, command.Session, command.Version, PharmacyAct.Count, failures, ct).ConfigureAwait(false);
        failures.ThrowIfAny();
        var frozen = await list.FreezeAsync(unit.Context.Tenant, session.ToSnapshot(), unit.Now, ct).ConfigureAwait(false);
        if (frozen.Count > options.MostLines)
            throw new PharmacyException(PharmacyRules.CountListTooLong, ("found", frozen.Count), ("allowed", options.MostLines));
        return Save(unit, session.Start(frozen, unit.Now), "count-session.started", $"{frozen.Count} lots");
    }

    private async Task<CountSessionAnswer> StageAsync(IUnit unit, EnterCounts command, CounterProofs proofs, CancellationToken ct)
    {
        var x = unit.Context;
        var failures = new Failures();
        var session = await LoadAsync(unit, command.Session, null, PharmacyAct.Count, failures, ct).ConfigureAwait(false);
        if (command.Lots.Count < 1 || command.Lots.Count > options.MostLines) failures.Add(PharmacyRules.NothingAsked, ("allowed", options.MostLines));
        foreach (var twice in command.Lots.GroupBy(l => l.Lot).Where(g => g.Count() > 1)) failures.Add(PharmacyRules.LotNamedTwice, ("lot", twice.Key));
        failures.ThrowIfAny();
        var second = command.Second is { } proof ? await SecondAsync(x, proof, command.Device, proofs, failures, ct).ConfigureAwait(false) : null;
        failures.ThrowIfAny();
        var entries = new List<(LotId, CountEntry)>();
        foreach (var counted in command.Lots)
        {
            failures.OptionalText("note", counted.Note, 200);
            var (known, lot) = await KnownAsync(x.Tenant, session, counted, failures, ct).ConfigureAwait(false);
            session = known;
            if (lot is null) continue;
            var presentation = await desk.PresentationAsync(x, lot.Presentation, failures, ct).ConfigureAwait(false);
            if (presentation is null) continue;
            failures.Add(StockCounting.Counted(presentation, counted.Quantity, out var quantity));
            var occurred = desk.Occurred(counted.Occurred, unit.Now, failures);
            entries.Add((lot.Lot, new(session.Round, quantity, occurred, unit.Now, x.Actor.Person, second, counted.Note)));
        }

        failures.ThrowIfAny();
        return Save(unit, session.Enter(entries), "count-session.counted", $"{entries.Count} lots, round {session.Round}");
    }

    private async Task<CountSessionAnswer> StageAsync(IUnit unit, SubmitCounts command, CancellationToken ct)
    {
        var failures = new Failures();
        var session = await LoadAsync(unit, command.Session, command.Version, PharmacyAct.Count, failures, ct).ConfigureAwait(false);
        failures.ThrowIfAny();
        var expected = new Dictionary<LotId, StockQuantity>();
        foreach (var line in session.Lines)
        {
            expected.Add(line.Lot, line.Deciding is { } entry
                ? await counting.ExpectedAsync(unit.Context.Tenant, line.Lot, session.Location, entry.Occurred, line.Frozen.Scale, ct).ConfigureAwait(false)
                : line.Frozen);
        }

        var next = session.Submit(expected, options.Tolerance, unit.Now);
        return Save(unit, next, "count-session.submitted", $"round {session.Round}, {next.Status}");
    }

    private async Task<CountSessionAnswer> StageAsync(IUnit unit, AskRecount command, CancellationToken ct)
    {
        var failures = new Failures();
        var session = await LoadAsync(unit, command.Session, command.Version, PharmacyAct.ApproveCount, failures, ct).ConfigureAwait(false);
        failures.ThrowIfAny();
        return Save(unit, session.AskRecount(command.Lots.ToHashSet()), "count-session.recount-asked", $"{command.Lots.Count} lots");
    }

    private async Task<CountApproval> StageAsync(IUnit unit, ApproveCountSession command, CancellationToken ct)
    {
        var failures = new Failures();
        var session = await LoadAsync(unit, command.Session, command.Version, PharmacyAct.ApproveCount, failures, ct).ConfigureAwait(false);
        failures.ThrowIfAny();
        var approved = session.Approve(unit.Context.Actor.Person, unit.Now, command.Note);
        var book = counting.NewBook(unit);
        var counts = new List<CountAnswer>();
        foreach (var line in session.Lines)
        {
            // Every line that the ledger refuses is named at once; nothing of a refused commit is ever written.
            try
            {
                counts.Add(await counting.StageLineAsync(unit, book, session.Location, line, command.Note, ct).ConfigureAwait(false));
            }
            catch (PharmacyException e)
            {
                failures.Add(PharmacyRules.CountLineRefused, ("lot", line.Number), ("why", string.Join(", ", e.Failures.Select(f => f.Code))));
                foreach (var failure in e.Failures) failures.Add(failure);
            }
        }

        failures.ThrowIfAny();
        book.Save();
        Save(unit, approved, "count-session.approved", $"{counts.Count} lots, {counts.Count(c => c.Posting is not null)} differ");
        return new(approved.Id, counts, approved.Version);
    }

    private async Task<CountSessionAnswer> StageAsync(IUnit unit, CancelCountSession command, CancellationToken ct)
    {
        var failures = new Failures();
        failures.Text("reason", command.Reason, 200);
        var session = await LoadAsync(unit, command.Session, command.Version, PharmacyAct.Count, failures, ct).ConfigureAwait(false);
        failures.ThrowIfAny();
        return Save(unit, session.Cancel(unit.Context.Actor.Person, unit.Now, command.Reason), "count-session.cancelled", command.Reason);
    }

    private async Task<CountSession> LoadAsync(IUnit unit, CountSessionId id, long? version, PharmacyAct act, Failures failures, CancellationToken ct)
    {
        var x = unit.Context;
        PharmacyRights.CheckRole(failures, x.Actor, act);
        var session = await sessions.FindAsync(x.Tenant, id, ct).ConfigureAwait(false)
            ?? throw failures.With(PharmacyRules.CountSessionUnknown, ("session", id));
        if (version is { } read) VersionCheck.Same(failures, "count session", read, session.Version);
        await desk.LocationAsync(x, session.Location, act, failures, ct).ConfigureAwait(false);
        return session;
    }

    private async Task<CountWitness?> SecondAsync(
        CommandContext x, CounterProof proof, string device, CounterProofs proofs, Failures failures, CancellationToken ct)
    {
        var second = await proofs.CheckAsync(x, proof, device, failures, ct).ConfigureAwait(false);
        if (second is null) return null;
        var person = await people.FindAsync(x.Tenant, second.Person, ct).ConfigureAwait(false);
        // Whoever may count may be the second counter, and nobody else.
        if (person is null or { IsRetired: true }) failures.Add(PharmacyRules.CountProofRefused, ("kind", second.Kind == CredentialKind.Pin ? "PIN" : "badge"));
        else PharmacyRights.CheckRole(failures, person.AsActor(), PharmacyAct.Count);
        return second;
    }

    private async Task<(CountSession Session, CountSessionLine? Line)> KnownAsync(
        TenantId tenant, CountSession session, CountedLot counted, Failures failures, CancellationToken ct)
    {
        if (session.Lines.FirstOrDefault(l => l.Lot == counted.Lot) is { } line) return (session, line);
        var lot = await lots.FindAsync(tenant, counted.Lot, ct).ConfigureAwait(false);
        if (lot is null) failures.Add(PharmacyRules.LotUnknown, ("lot", counted.Lot));
        else if (!counted.IsFound || session.Round != 1) failures.Add(PharmacyRules.CountLotNotListed, ("lot", lot.Number));
        if (lot is null || !counted.IsFound || session.Round != 1) return (session, null);
        failures.Require(session.Lines.Count < options.MostLines, PharmacyRules.CountListTooLong, ("found", session.Lines.Count + 1), ("allowed", options.MostLines));
        var found = await list.FoundAsync(tenant, lot, session.Location, ct).ConfigureAwait(false);
        return (session.Find(found), found);
    }

    private CountSessionAnswer Save(IUnit unit, CountSession next, string action, string note)
    {
        sessions.Save(unit, next);
        unit.Audit(action, next.Fact, note);
        return Answer(next);
    }

    private static CountSessionAnswer Answer(CountSession s) =>
        new(s.Id, s.Status, s.Round, s.Lines.Count,
            s.Status is CountSessionStatus.Counting or CountSessionStatus.Recounting ? s.Lines.Count(l => l.IsAskedIn(s.Round) && l.Entries.All(e => e.Round != s.Round)) : 0,
            s.Version);
}
