using System.Globalization;
using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Returning;

/// <summary>Takes issued stock back: same lot, same cost, capped by what is still out.</summary>
public sealed class StockReturning
{
    private readonly IUnitOfWork work;
    private readonly StockDesk desk;
    private readonly LedgerGuards guards;
    private readonly ILotStore lots;
    private readonly IStockStore stock;
    private readonly IMovementStore movements;
    private readonly IIdGenerator ids;

    internal StockReturning(
        IUnitOfWork work, StockDesk desk, LedgerGuards guards, ILotStore lots, IStockStore stock, IMovementStore movements, IIdGenerator ids)
    {
        this.work = work;
        this.desk = desk;
        this.guards = guards;
        this.lots = lots;
        this.stock = stock;
        this.movements = movements;
        this.ids = ids;
    }

    /// <summary>Takes issued stock back.</summary>
    /// <exception cref="PharmacyException">The issue is unknown, more comes back than is out, or the place is wrong.</exception>
    public Task<ReturnAnswer> ReturnAsync(CommandContext x, ReturnStock command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Stages a return into a commit of the caller.</summary>
    public async Task<ReturnAnswer> StageAsync(IUnit unit, ReturnStock command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var x = unit.Context;
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, x.Actor, command.Act);
        failures.Text("reason", command.Reason, 200);
        var site = await desk.SiteAsync(x, cancellationToken).ConfigureAwait(false);
        var to = await desk.LocationAsync(x, command.To, command.Act, failures, cancellationToken).ConfigureAwait(false);
        var occurred = desk.Occurred(command.Occurred, unit.Now, failures);
        var posting = await movements.FindPostingAsync(x.Tenant, command.Issue, cancellationToken).ConfigureAwait(false)
            ?? throw failures.With(PharmacyRules.PostingUnknown, ("posting", command.Issue));
        OwnedElsewhere.Check(failures, posting.Movements[0].Document, command.OnBehalfOf);
        var issued = posting.Movements.FirstOrDefault(m => m.Kind == MovementKind.Issue && m.Reverses is null && m.Lot == command.Lot && !posting.Reversed.Contains(m.Id))
            ?? throw failures.With(PharmacyRules.NotAnIssue, ("posting", command.Issue), ("lot", command.Lot));
        var lot = await lots.FindAsync(x.Tenant, command.Lot, cancellationToken).ConfigureAwait(false)
            ?? throw failures.With(PharmacyRules.LotUnknown, ("lot", command.Lot));
        var presentation = await desk.PresentationAsync(x, lot.Presentation, failures, cancellationToken).ConfigureAwait(false);
        if (presentation is null) failures.ThrowIfAny();

        failures.Add(presentation!.TryConvert(command.Quantity, out var quantity));
        var out_ = issued.Quantity - posting.Returned.GetValueOrDefault(issued.Id, StockQuantity.Zero(lot.Scale));
        failures.Require(quantity <= out_, PharmacyRules.ReturnTooMuch, ("asked", quantity), ("found", out_));
        failures.Require(occurred >= issued.Occurred, PharmacyRules.FieldInvalid, ("field", "occurred"), ("found", occurred), ("allowed", string.Create(CultureInfo.InvariantCulture, $"from {issued.Occurred} on")));
        if (to is { IsPickable: true })
        {
            // Opened or doubtful goods never return to what is picked.
            failures.Add(lot.WhyNotUsable(site.DateOf(occurred)));
            failures.Require(command.IsUnopened, PharmacyRules.LocationKindWrong, ("location", to.Id), ("found", "a place to pick from"), ("allowed", "quarantine, for opened goods"));
        }

        failures.Require(to is not { Kind: LocationKind.Transit }, PharmacyRules.LocationKindWrong, ("location", command.To), ("found", LocationKind.Transit), ("allowed", "store, quarantine"));
        if (to is not null) await guards.CheckCountAsync(x.Tenant, lot, to.Id, occurred, failures, cancellationToken).ConfigureAwait(false);
        failures.ThrowIfAny();

        // What came back for a record of another domain stays that record's, so reversing it is too.
        var draft = new PostingDraft(unit, stock, ids, occurred) { Reason = command.Reason, Document = OwnedElsewhere.Is(issued.Document) ? issued.Document : null };
        draft.Add(MovementKind.Return, MovementDirection.In, lot, command.To, quantity, m => m with { Returns = issued.Id, Target = issued.Target });
        unit.Audit("stock.returned", PharmacyFacts.Posting(draft.Id), command.IsUnopened ? "unopened" : "opened");
        return new(draft.Id, quantity, out_ - quantity);
    }
}
