using System.Globalization;
using Clinic.Abstractions;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Sales;

/// <summary>Fills baskets line by line; each line is priced alone, whatever lies in the basket already.</summary>
public sealed class SaleBaskets
{
    private readonly IUnitOfWork work;
    private readonly SaleDesk desk;
    private readonly SalePricing pricing;
    private readonly BasketReservations keeping;
    private readonly ISaleStore sales;
    private readonly IIdGenerator ids;

    internal SaleBaskets(IUnitOfWork work, SaleDesk desk, SalePricing pricing, BasketReservations keeping, ISaleStore sales, IIdGenerator ids)
    {
        this.work = work;
        this.desk = desk;
        this.pricing = pricing;
        this.keeping = keeping;
        this.sales = sales;
        this.ids = ids;
    }

    /// <summary>Begins an empty basket.</summary>
    /// <exception cref="PharmacyException">The buyer is malformed, the place is wrong, or the role is missing.</exception>
    public Task<BasketAnswer> BeginAsync(CommandContext x, BeginSale command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Puts a presentation into a basket, at today's price.</summary>
    /// <exception cref="PharmacyException">It is in the basket, has no price, or the quantity is malformed.</exception>
    public Task<BasketAnswer> AddAsync(CommandContext x, AddSaleLine command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Changes a line, and prices it anew.</summary>
    /// <exception cref="PharmacyException">There is no such line, no price, or the quantity is malformed.</exception>
    public Task<BasketAnswer> ChangeAsync(CommandContext x, ChangeSaleLine command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Takes a line out.</summary>
    /// <exception cref="PharmacyException">There is no such line, or it is no basket any more.</exception>
    public Task<BasketAnswer> RemoveAsync(CommandContext x, RemoveSaleLine command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Keeps the stock of every line aside for the time of the options, anew when some is kept already.</summary>
    /// <exception cref="PharmacyException">Too little is free of some lines; each is named and nothing is kept.</exception>
    public Task<BasketAnswer> ReserveAsync(CommandContext x, ReserveBasket command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    private async Task<BasketAnswer> StageAsync(IUnit unit, BeginSale command, CancellationToken ct)
    {
        var x = unit.Context;
        var failures = new Failures();
        await desk.CheckSellerAsync(x, command.Location, failures, ct).ConfigureAwait(false);
        await desk.CheckDepartmentAsync(x, command.Department, failures, ct).ConfigureAwait(false);
        var site = await desk.SiteAsync(x, ct).ConfigureAwait(false);
        var buyer = command.Buyer ?? Buyer.FinalConsumer;
        buyer.Check(failures);
        failures.ThrowIfAny();
        var nothing = Money.Zero(site.Currency);
        var sale = Sale.Restore(new(
            new SaleHead
            {
                Id = ids.Next<SaleId>(),
                Site = x.Site,
                Location = command.Location,
                Cashier = x.Actor.Person,
                Segment = command.Segment,
                Buyer = buyer,
                Patient = command.Patient,
                Department = command.Department,
                Begun = unit.Now,
                Net = nothing,
                Discount = nothing,
                Tax = nothing,
                Rounding = nothing,
                Credited = nothing,
                Version = 1,
            }, [], [], []));
        sales.Add(unit, sale);
        unit.Audit("sale.begun", sale.Fact);
        return Answer(sale.Head, null, []);
    }

    private async Task<BasketAnswer> StageAsync(IUnit unit, AddSaleLine command, CancellationToken ct)
    {
        var failures = new Failures();
        var basket = await desk.BasketAsync(unit.Context, command.Sale, command.Line.Presentation, null, failures, ct).ConfigureAwait(false);
        var head = basket.Head;
        if (basket.Line is { } there) failures.Add(PharmacyRules.AlreadyInBasket, ("presentation", there.Presentation), ("line", there.Number));
        failures.Require(head.LineCount < desk.Options.MostLines, PharmacyRules.BasketSizeWrong, ("found", head.LineCount + 1), ("allowed", $"1 to {desk.Options.MostLines}"));
        var (line, warnings) = await LineAsync(unit, head, head.LastLine + 1, command.Line.Presentation, command.Line.Quantity, command.Line.Prescription, failures, ct).ConfigureAwait(false);
        return Save(unit, head.With(null, line), line, warnings, "sale.line-added");
    }

    private async Task<BasketAnswer> StageAsync(IUnit unit, ChangeSaleLine command, CancellationToken ct)
    {
        var failures = new Failures();
        var basket = await desk.BasketAsync(unit.Context, command.Sale, null, command.Line, failures, ct).ConfigureAwait(false);
        var before = basket.Line!;
        var (line, warnings) = await LineAsync(unit, basket.Head, before.Number, before.Presentation, command.Quantity, command.Prescription, failures, ct).ConfigureAwait(false);
        var head = basket.Head.With(before, line);
        await keeping.ReleaseAsync(unit, head, before, ct).ConfigureAwait(false);
        return Save(unit, head, line, warnings, "sale.line-changed");
    }

    private async Task<BasketAnswer> StageAsync(IUnit unit, RemoveSaleLine command, CancellationToken ct)
    {
        var failures = new Failures();
        var basket = await desk.BasketAsync(unit.Context, command.Sale, null, command.Line, failures, ct).ConfigureAwait(false);
        await desk.CheckSellerAsync(unit.Context, basket.Head.Location, failures, ct).ConfigureAwait(false);
        if (command.Version is { } read) VersionCheck.Same(failures, "sale", read, basket.Head.Version);
        failures.ThrowIfAny();
        var line = basket.Line!;
        var head = basket.Head.With(line, null);
        await keeping.ReleaseAsync(unit, head, line, ct).ConfigureAwait(false);
        sales.SaveLine(unit, head, line, isRemoved: true);
        unit.Audit("sale.line-removed", head.Fact(), Number(line));
        return Answer(head, null, []);
    }

    private async Task<BasketAnswer> StageAsync(IUnit unit, ReserveBasket command, CancellationToken ct)
    {
        var x = unit.Context;
        var failures = new Failures();
        var sale = await desk.SaleAsync(x, command.Sale, failures, ct).ConfigureAwait(false);
        await desk.CheckSellerAsync(x, sale.Head.Location, failures, ct).ConfigureAwait(false);
        if (command.Version is { } read) VersionCheck.Same(failures, "sale", read, sale.Version);
        failures.Require(sale.Lines.Count > 0, PharmacyRules.BasketSizeWrong, ("found", 0), ("allowed", $"1 to {desk.Options.MostLines}"));
        failures.ThrowIfAny();
        SaleLifecycle.Next(sale.Id, sale.Status, SaleTrigger.Change);
        var until = unit.Now + desk.Options.BasketTime;
        var lines = new List<SaleLine>();
        foreach (var line in sale.Lines)
        {
            try
            {
                lines.Add(await keeping.KeepAsync(unit, sale.Head, line, until, ct).ConfigureAwait(false));
            }
            catch (PharmacyException e)
            {
                foreach (var failure in e.Failures) failures.Add(failure);
            }
        }

        failures.ThrowIfAny();
        var next = sale.With(lines);
        sales.Save(unit, sale, next);
        unit.Audit("sale.reserved", next.Fact, string.Create(CultureInfo.InvariantCulture, $"{lines.Count} lines"));
        return Answer(next.Head, null, []) with { KeptUntil = until };
    }

    private async Task<(SaleLine Line, IReadOnlyList<SaleWarning> Warnings)> LineAsync(
        IUnit unit, SaleHead head, int number, PresentationId id, Quantity quantity, PrescriptionReference? prescription, Failures failures, CancellationToken ct)
    {
        var x = unit.Context;
        await desk.CheckSellerAsync(x, head.Location, failures, ct).ConfigureAwait(false);
        prescription?.Check(failures);
        var product = await desk.ProductAsync(x, id, quantity, failures, ct).ConfigureAwait(false);
        failures.ThrowIfAny();
        var (presentation, amount, controlled) = product!.Value;
        var site = await desk.SiteAsync(x, ct).ConfigureAwait(false);
        var (price, warnings) = await pricing.QuoteAsync(x.Tenant, site, unit.Now, SaleTerms.Of(head), presentation, quantity, amount, ct).ConfigureAwait(false);
        if (prescription is null && desk.Options.NeedsPrescription(controlled)) warnings = [.. warnings, new(SaleWarningKind.PrescriptionNeeded, id, controlled.ToString())];
        return (Line(number, presentation, quantity, amount, controlled, price, prescription), warnings);
    }

    private static SaleLine Line(
        int number, Presentation presentation, Quantity quantity, StockQuantity amount, ControlledClass controlled, LinePrice price, PrescriptionReference? prescription) =>
        new(number, presentation.Id, presentation.Code, presentation.Name, quantity, amount, controlled, price, prescription, null, null, []);

    private BasketAnswer Save(IUnit unit, SaleHead head, SaleLine line, IReadOnlyList<SaleWarning> warnings, string action)
    {
        sales.SaveLine(unit, head, line, isRemoved: false);
        unit.Audit(action, head.Fact(), Number(line));
        return Answer(head, line, warnings);
    }

    private static string Number(SaleLine line) => string.Create(CultureInfo.InvariantCulture, $"line {line.Number}");

    private static BasketAnswer Answer(SaleHead head, SaleLine? line, IReadOnlyList<SaleWarning> warnings) =>
        new(head.Id, line?.Number, line?.Price, head.LinesTotal(), head.Version, warnings);
}
