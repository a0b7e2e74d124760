using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Products;
using Clinic.Dispensing.Rights;
using Clinic.Dispensing.Tickets;

namespace Clinic.Dispensing.Billing;

/// <summary>Sets the deliveries of a visit or stay against its bill; what differs becomes a ticket, once per cause.</summary>
public sealed class BillingMatching
{
    private readonly DispensingDesk desk;
    private readonly IDispensationStore dispensations;
    private readonly IProductCatalogue products;
    private readonly IBilledLines? bills;

    internal BillingMatching(DispensingDesk desk, IDispensationStore dispensations, IProductCatalogue products, IBilledLines? bills)
    {
        this.desk = desk;
        this.dispensations = dispensations;
        this.products = products;
        this.bills = bills;
    }

    /// <summary>Compares and raises tickets.</summary>
    /// <exception cref="DispensingException">The role is missing, or billed lines cannot be; every failure is named.</exception>
    public Task<BillingAnswer> MatchAsync(CommandContext x, MatchBilling command, CancellationToken cancellationToken = default) =>
        desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Stages it into a commit of the caller.</summary>
    public async Task<BillingAnswer> StageAsync(IUnit unit, MatchBilling command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var failures = new Failures();
        DispensingRights.CheckRole(failures, unit.Context.Actor, DispensingAct.MatchBilling);
        failures.Require(command.Encounter != default, DispensingRules.FieldInvalid, ("field", "encounter"), ("found", "nothing"), ("allowed", "the id of an encounter"));
        failures.ThrowIfAny();
        var billed = command.Billed ?? (bills is null ? null : await bills.ListAsync(unit.Context.Tenant, command.Encounter, cancellationToken).ConfigureAwait(false));
        if (billed is null) throw failures.With(DispensingRules.NothingBilledKnown, ("encounter", command.Encounter));

        var all = await DispensationsAsync(unit.Context, command.Encounter, cancellationToken).ConfigureAwait(false);
        var accounted = await AccountedAsync(unit.Context.Tenant, all, billed, failures, cancellationToken).ConfigureAwait(false);
        failures.ThrowIfAny();
        var lines = BillingMatch.Compare(all.SelectMany(Delivered), accounted);
        return new(command.Encounter, lines, Raise(unit, command.Encounter, all, lines));
    }

    private IEnumerable<DeliveredLine> Delivered(Dispensation d) =>
        d.Lines.Where(l => l.Accounts.Count > 0).Select(l => new DeliveredLine(
            d.Id, l.Number, l.Product.Presentation, l.Product.ToAccount(l.Accounts.Sum(a => l.Charged(a, desk.Options.ChargesWaste).Sum(c => c.Quantity))),
            l.Product.AccountUnit, l.Accounts.Min(a => a.FirstDelivered)));

    private async Task<List<Dispensation>> DispensationsAsync(CommandContext x, EncounterId encounter, CancellationToken ct)
    {
        var all = new List<Dispensation>();
        string? after = null;
        do
        {
            var page = await dispensations.ListAsync(x.Tenant, new() { Encounter = encounter, Site = x.Site }, new(PageRequest.LargestSize, after), ct).ConfigureAwait(false);
            all.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return all;
    }

    private async Task<List<(BilledLine Line, decimal Quantity)>> AccountedAsync(
        TenantId tenant, List<Dispensation> all, IReadOnlyList<BilledLine> billed, Failures failures, CancellationToken ct)
    {
        failures.Require(billed.Count <= 5_000, DispensingRules.FieldInvalid, ("field", "billed"), ("found", billed.Count), ("allowed", "at most 5,000 lines"));
        foreach (var twice in billed.GroupBy(b => b.Id, StringComparer.Ordinal).Where(g => g.Count() > 1)) failures.Add(DispensingRules.BilledTwice, ("line", twice.Key));
        // What was delivered is judged by the product as it was frozen then; the rest by the catalogue of today.
        var known = all.SelectMany(d => d.Lines).GroupBy(l => l.Product.Presentation).ToDictionary(g => g.Key, g => (DispensableProduct?)g.First().Product);
        var accounted = new List<(BilledLine, decimal)>();
        foreach (var line in billed)
        {
            failures.Text("billed.id", line.Id, 100);
            failures.Require(line.Quantity.Value > 0, DispensingRules.QuantityNotPositive, ("line", line.Id), ("found", line.Quantity.Value));
            if (!known.TryGetValue(line.Presentation, out var product))
                known[line.Presentation] = product = await products.FindAsync(tenant, line.Presentation, ct).ConfigureAwait(false);
            if (product is null) failures.Add(DispensingRules.ProductUnknown, ("presentation", line.Presentation));
            else if (product.UnitsPer(line.Quantity.Unit) is { } units) accounted.Add((line, product.ToAccount(line.Quantity.Value * units)));
            else if (line.Quantity.Unit == product.AccountUnit) accounted.Add((line, line.Quantity.Value));
            else failures.Add(DispensingRules.UnitUnknown, ("presentation", line.Presentation), ("found", line.Quantity.Unit), ("allowed", Units(product)));
        }

        return accounted;
    }

    private static string Units(DispensableProduct product) => string.Join(", ", product.Units.Select(u => u.Unit).Append(product.BaseUnit).Append(product.AccountUnit).Distinct());

    private List<TicketId> Raise(IUnit unit, EncounterId encounter, List<Dispensation> all, IReadOnlyList<MatchedLine> lines)
    {
        var raised = new List<TicketId>();
        var latest = all.Where(d => d.HandOvers.Count > 0).MaxBy(d => d.HandOvers[^1].At);
        var exceptions = lines.Where(l => l.Kind != MatchKind.Matched).ToLookup(l => l.Delivered?.Dispensation ?? latest?.Id);
        foreach (var before in all)
        {
            var after = before;
            foreach (var line in exceptions[before.Id])
            {
                var what = What(line);
                if (after.Tickets.Any(t => t.Kind == TicketKind.BillingDiffers && t.Line == line.Delivered?.Line && t.Amount == line.Difference && t.Evidence.Any(e => e.Text == what))) continue;
                var ticket = desk.NewTicket(unit, after, TicketKind.BillingDiffers, line.Delivered?.Line, amount: line.Difference);
                after = after.Raise(ticket with { Evidence = [new(unit.Context.Actor.Person, unit.Now, what)] });
                raised.Add(ticket.Id);
            }

            if (!ReferenceEquals(before, after)) desk.Save(unit, before, after, "dispensation.billing-differs", $"{after.Tickets.Count - before.Tickets.Count} tickets");
        }

        var homeless = exceptions[null].Count();
        unit.Audit("billing.matched", new("dispensing.encounter", encounter.Value), FormattableString.Invariant(
            $"{lines.Count} lines, {lines.Count(l => l.Kind != MatchKind.Matched)} differ{(homeless > 0 ? ", nothing was ever dispensed" : "")}"));
        // With nothing dispensed there is no dispensation to put a ticket on; the event is what people are told by.
        if (homeless > 0) unit.Publish(DispensingEvents.BilledWithoutDelivery, System.Text.Json.JsonSerializer.Serialize(new BilledWithoutDelivery(encounter, homeless), ClinicJson.Options));
        return raised;
    }

    private static string What(MatchedLine line) => FormattableString.Invariant(
        $"{line.Kind}: delivered {line.DeliveredQuantity}, billed {line.BilledQuantity}{(line.Billed.Count > 0 ? $" ({string.Join(", ", line.Billed.Take(5))})" : "")}");
}
