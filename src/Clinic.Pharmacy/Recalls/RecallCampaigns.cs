using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Recalls;

/// <summary>Recalls followed to the end: block, trace, tell, take back, close.</summary>
public sealed class RecallCampaigns
{
    private readonly IUnitOfWork work;
    private readonly StockDesk desk;
    private readonly LotControl control;
    private readonly ILotStore lots;
    private readonly IStockStore stock;
    private readonly IPresentationStore presentations;
    private readonly RecallTrace trace;
    private readonly IRecallCampaignStore campaigns;
    private readonly IRecallNoticeStore notices;
    private readonly RecallOptions options;
    private readonly IIdGenerator ids;

    internal RecallCampaigns(
        IUnitOfWork work, StockDesk desk, LotControl control, ILotStore lots, IStockStore stock, IPresentationStore presentations, RecallTrace trace,
        IRecallCampaignStore campaigns, IRecallNoticeStore notices, RecallOptions options, IIdGenerator ids)
    {
        this.work = work;
        this.desk = desk;
        this.control = control;
        this.lots = lots;
        this.stock = stock;
        this.presentations = presentations;
        this.trace = trace;
        this.campaigns = campaigns;
        this.notices = notices;
        this.options = options;
        this.ids = ids;
    }

    /// <summary>Opens a campaign; what was received between its look and its commit is taken in at once afterwards.</summary>
    /// <exception cref="PharmacyException">The scope is malformed or unknown, or the role is missing.</exception>
    public async Task<RecallCampaignAnswer> OpenAsync(CommandContext x, OpenRecall command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        var opened = await work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken).ConfigureAwait(false);
        // From the commit on receipts see the campaign; this finds those that were a moment earlier.
        await SweepAsync(x with { Command = ids.Next<CommandId>() }, new SweepRecall(opened.Campaign), cancellationToken).ConfigureAwait(false);
        return opened;
    }

    /// <summary>Takes in what belongs to an open campaign and slipped by.</summary>
    /// <exception cref="PharmacyException">The campaign is unknown.</exception>
    public Task<RecallCampaignAnswer> SweepAsync(CommandContext x, SweepRecall command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Closes a campaign.</summary>
    /// <exception cref="PharmacyException">Notices are open or blocked stock is left; each is named.</exception>
    public Task<RecallCampaignAnswer> CloseAsync(CommandContext x, CloseRecall command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Notes a try to reach a recipient.</summary>
    /// <exception cref="PharmacyException">The notice is answered or closed, or was changed since.</exception>
    public Task<RecallNoticeAnswer> AttemptAsync(CommandContext x, NoteRecallAttempt command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => ChangeAsync(unit, command.Notice, command.Version, "recall.attempted", (notice, failures) =>
        {
            failures.Require(Enum.IsDefined(command.How), PharmacyRules.FieldInvalid, ("field", "how"), ("found", command.How), ("allowed", string.Join(", ", Enum.GetNames<RecallChannel>())));
            var at = desk.Occurred(command.At, unit.Now, failures);
            failures.ThrowIfAny();
            return notice.Try(new(unit.Context.Actor.Person, command.How, at, command.Reached));
        }, ct), cancellationToken);

    /// <summary>Notes what became of the goods at a recipient.</summary>
    /// <exception cref="PharmacyException">Nobody was told, too few tries, or more than was received.</exception>
    public Task<RecallNoticeAnswer> AnswerAsync(CommandContext x, AnswerRecallNotice command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => ChangeAsync(unit, command.Notice, command.Version, "recall.answered", (notice, _) =>
            notice.Answer(new(command.IsUnreachable, command.Outcomes, unit.Context.Actor.Person, unit.Now), options.AttemptsBeforeUnreachable), ct), cancellationToken);

    /// <summary>Closes a notice.</summary>
    /// <exception cref="PharmacyException">There is no answer yet.</exception>
    public Task<RecallNoticeAnswer> CloseAsync(CommandContext x, CloseRecallNotice command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => ChangeAsync(
            unit, command.Notice, command.Version, "recall.notice-closed", (notice, _) => notice.Close(unit.Context.Actor.Person, unit.Now), ct), cancellationToken);

    private async Task<RecallCampaignAnswer> StageAsync(IUnit unit, OpenRecall command, CancellationToken ct)
    {
        var x = unit.Context;
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, x.Actor, PharmacyAct.BlockLot);
        failures.ThrowIfAny();
        var scope = await KnownAsync(x.Tenant, command.Scope, ct).ConfigureAwait(false);
        var opened = RecallCampaign.Restore(new(
            ids.Next<RecallCampaignId>(), scope, command.Measure, command.Urgency, command.Reason, command.Document, RecallCampaignStatus.Open,
            x.Actor.Person, unit.Now, [], null, null, null, Version: 1));
        var watch = await campaigns.WatchAsync(x.Tenant, ct).ConfigureAwait(false);
        var found = await MatchingAsync(x.Tenant, scope, ct).ConfigureAwait(false);
        var campaign = RecallCampaign.Restore(opened.ToSnapshot() with { Lots = Taken(found, unit) });
        var blocked = await control.BlockAsync(unit, found, campaign.Block, command.Reason, ct).ConfigureAwait(false);
        var told = await TellAsync(unit, campaign, found, ct).ConfigureAwait(false);
        campaigns.Add(unit, campaign);
        campaigns.Watch(unit, watch + 1);
        unit.Audit("recall.opened", campaign.Fact, $"{command.Urgency}, {found.Count} lots, {told} recipients");
        unit.Publish(PharmacyEvents.RecallOpened, JsonSerializer.Serialize(
            new RecallOpened(campaign.Id, command.Urgency, found.Count, told, command.Reason, command.Document), ClinicJson.Options));
        return new(campaign.Id, campaign.Status, blocked, campaign.Lots.Count, told, campaign.Version);
    }

    private async Task<RecallCampaignAnswer> StageAsync(IUnit unit, SweepRecall command, CancellationToken ct)
    {
        var tenant = unit.Context.Tenant;
        var failures = new Failures();
        if (!unit.Context.Actor.HasAny(Role.System)) PharmacyRights.CheckRole(failures, unit.Context.Actor, PharmacyAct.BlockLot);
        failures.ThrowIfAny();
        var campaign = await LoadAsync(tenant, command.Campaign, ct).ConfigureAwait(false);
        if (campaign.Status != RecallCampaignStatus.Open) return new(campaign.Id, campaign.Status, [], campaign.Lots.Count, 0, campaign.Version);
        var known = campaign.Lots.Select(l => l.Lot).ToHashSet();
        var slipped = (await MatchingAsync(tenant, campaign.Scope, ct).ConfigureAwait(false)).Where(l => !known.Contains(l.Id)).ToList();
        if (slipped.Count == 0) return new(campaign.Id, campaign.Status, [], campaign.Lots.Count, 0, campaign.Version);
        var blocked = await control.BlockAsync(unit, slipped, campaign.Block, campaign.ToSnapshot().Reason, ct).ConfigureAwait(false);
        var told = await TellAsync(unit, campaign, slipped, ct).ConfigureAwait(false);
        var next = campaign.TakeIn(Taken(slipped, unit));
        campaigns.Save(unit, next);
        unit.Audit("recall.swept", next.Fact, $"{slipped.Count} lots, {told} recipients");
        return new(next.Id, next.Status, blocked, next.Lots.Count, told, next.Version);
    }

    private async Task<RecallCampaignAnswer> StageAsync(IUnit unit, CloseRecall command, CancellationToken ct)
    {
        var x = unit.Context;
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, x.Actor, PharmacyAct.BlockLot);
        var campaign = await LoadAsync(x.Tenant, command.Campaign, ct).ConfigureAwait(false);
        VersionCheck.Same(failures, "recall campaign", command.Version, campaign.Version);
        failures.OptionalText("conclusion", command.Conclusion, 200);
        failures.ThrowIfAny();
        var closed = campaign.Close(x.Actor.Person, unit.Now, command.Conclusion);
        var open = await notices.OpenCountAsync(x.Tenant, campaign.Id, ct).ConfigureAwait(false);
        failures.Require(open == 0, PharmacyRules.RecallNoticesOpen, ("found", open));
        foreach (var taken in campaign.Lots) await CheckGoneAsync(unit, taken, failures, ct).ConfigureAwait(false);
        failures.ThrowIfAny();
        campaigns.Save(unit, closed);
        campaigns.Watch(unit, await campaigns.WatchAsync(x.Tenant, ct).ConfigureAwait(false) + 1);
        unit.Audit("recall.closed", closed.Fact, command.Conclusion);
        return new(closed.Id, closed.Status, [], closed.Lots.Count, 0, closed.Version);
    }

    private async Task CheckGoneAsync(IUnit unit, RecalledLot taken, Failures failures, CancellationToken ct)
    {
        var tenant = unit.Context.Tenant;
        var lot = await lots.FindAsync(tenant, taken.Lot, ct).ConfigureAwait(false);
        if (lot is null) return;
        unit.Require(lot.Fact, lot.Version);
        if (lot.Status == LotStatus.Approved) return;
        await foreach (var lying in Pages.AllAsync(p => stock.ListAsync(tenant, new StockQuery(Lot: taken.Lot), p, ct)).ConfigureAwait(false))
            failures.Add(PharmacyRules.RecallStockLeft, ("lot", taken.Number), ("found", lying.OnHand), ("location", lying.Location), ("status", lot.Status));
    }

    // A GTIN that belongs to a presentation takes in all its lots, however they were received.
    private async Task<RecallScope> KnownAsync(TenantId tenant, RecallScope scope, CancellationToken ct)
    {
        if (scope is { Basis: RecallBasis.Gtin, Gtin: { IsEmpty: false } gtin })
            return scope with { Presentation = (await presentations.FindByGtinAsync(tenant, gtin, ct).ConfigureAwait(false))?.Id };
        if (scope is { Basis: RecallBasis.LotNumber, Presentation: { } id } && (id == default || await presentations.FindAsync(tenant, id, ct).ConfigureAwait(false) is null))
            throw new PharmacyException(PharmacyRules.PresentationUnknown, ("presentation", id));
        return scope;
    }

    private async Task<IReadOnlyList<Lot>> MatchingAsync(TenantId tenant, RecallScope scope, CancellationToken ct)
    {
        if (scope is { Basis: RecallBasis.LotNumber, Presentation: { } id, Number: { } number })
            return await lots.ByNumberAsync(tenant, id, number, ct).ConfigureAwait(false);
        var found = new List<Lot>();
        await foreach (var lot in Pages.AllAsync(p => lots.ListAsync(tenant, new LotQuery(), p, ct)).ConfigureAwait(false))
        {
            if (scope.Takes(lot.ToSnapshot())) found.Add(lot);
        }

        return found;
    }

    private async Task<int> TellAsync(IUnit unit, RecallCampaign campaign, IReadOnlyList<Lot> found, CancellationToken ct)
    {
        var tenant = unit.Context.Tenant;
        await HoldAsync(unit, found, ct).ConfigureAwait(false);
        var traced = await trace.OfAsync(tenant, found, ct).ConfigureAwait(false);
        if (traced.Count == 0) return 0;
        var known = new Dictionary<string, RecallNotice>(StringComparer.Ordinal);
        await foreach (var n in Pages.AllAsync(p => notices.ListAsync(tenant, campaign.Id, null, p, ct)).ConfigureAwait(false)) known.Add(n.Recipient.Key, n);
        var told = 0;
        foreach (var received in traced.GroupBy(t => t.Recipient.Key, StringComparer.Ordinal))
        {
            RecallNoticeLine[] lines = [.. received.Select(t => t.Line).OrderBy(l => l.Occurred)];
            told++;
            if (known.TryGetValue(received.Key, out var notice)) notices.Save(unit, notice.AddLines(lines));
            else notices.Add(unit, RecallNotice.Restore(new(ids.Next<RecallNoticeId>(), campaign.Id, received.First().Recipient, lines, RecallNoticeStatus.ToNotify, [], null, null, null, Version: 1)));
        }

        return told;
    }

    // Goods handed out between the look and the commit change a balance: the recall then looks again and misses nobody.
    private async Task HoldAsync(IUnit unit, IReadOnlyList<Lot> found, CancellationToken ct)
    {
        foreach (var lot in found)
        {
            await foreach (var lying in Pages.AllAsync(p => stock.ListAsync(unit.Context.Tenant, new StockQuery(Lot: lot.Id), p, ct)).ConfigureAwait(false))
                stock.RequireOnHand(unit, lot.Id, lying.Location, lying.OnHand);
        }
    }

    private async Task<RecallNoticeAnswer> ChangeAsync(
        IUnit unit, RecallNoticeId id, long version, string action, Func<RecallNotice, Failures, RecallNotice> verb, CancellationToken ct)
    {
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, unit.Context.Actor, PharmacyAct.FollowRecall);
        var notice = await notices.FindAsync(unit.Context.Tenant, id, ct).ConfigureAwait(false)
            ?? throw failures.With(PharmacyRules.RecallNoticeUnknown, ("notice", id));
        VersionCheck.Same(failures, "recall notice", version, notice.Version);
        failures.ThrowIfAny();
        var next = verb(notice, failures);
        notices.Save(unit, next);
        unit.Audit(action, next.Fact, next.Status.ToString());
        return new(next.Id, next.Status, next.Version);
    }

    private async Task<RecallCampaign> LoadAsync(TenantId tenant, RecallCampaignId id, CancellationToken ct) =>
        await campaigns.FindAsync(tenant, id, ct).ConfigureAwait(false)
        ?? throw new PharmacyException(PharmacyRules.RecallUnknown, ("campaign", id));

    private static IReadOnlyList<RecalledLot> Taken(IReadOnlyList<Lot> found, IUnit unit) =>
        [.. found.Select(l => new RecalledLot(l.Id, l.Presentation, l.Number, unit.Now))];
}
