using Clinic.Abstractions;
using Clinic.Dispensing.Products;
using Clinic.Dispensing.Requesting;
using Clinic.Dispensing.Rights;

namespace Clinic.Dispensing.Checklists;

/// <summary>Writing the checklists from which departments request.</summary>
public sealed class ChecklistBook
{
    private readonly DispensingDesk desk;
    private readonly IChecklistStore checklists;
    private readonly IProductCatalogue products;

    internal ChecklistBook(DispensingDesk desk, IChecklistStore checklists, IProductCatalogue products)
    {
        this.desk = desk;
        this.checklists = checklists;
        this.products = products;
    }

    /// <summary>Writes or changes a checklist.</summary>
    /// <exception cref="DispensingException">A rule is broken; every failure is named.</exception>
    public Task<ChecklistAnswer> SaveAsync(CommandContext x, SaveChecklist command, CancellationToken cancellationToken = default) =>
        desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>A checklist, or null.</summary>
    public Task<Checklist?> FindAsync(CommandContext x, ChecklistId checklist, CancellationToken cancellationToken = default)
    {
        Read(x);
        return checklists.FindAsync(x.Tenant, checklist, cancellationToken);
    }

    /// <summary>Checklists in use, of one department or all, by name; paged.</summary>
    public Task<Page<Checklist>> ListAsync(CommandContext x, DepartmentId? department, PageRequest page, CancellationToken cancellationToken = default)
    {
        Read(x);
        return checklists.ListAsync(x.Tenant, department, page, cancellationToken);
    }

    /// <summary>Stages a checklist into a commit of the caller.</summary>
    public async Task<ChecklistAnswer> StageAsync(IUnit unit, SaveChecklist command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var x = unit.Context;
        var failures = new Failures();
        DispensingRights.CheckRole(failures, x.Actor, DispensingAct.ManageChecklists);
        failures.Text("name", command.Title, 120);
        failures.Require(command.Items.Count is >= 1 and <= Checklist.MostItems, DispensingRules.LinesWrong, ("found", command.Items.Count), ("allowed", Checklist.MostItems));
        foreach (var twice in command.Items.GroupBy(i => i.Presentation).Where(g => g.Count() > 1)) failures.Add(DispensingRules.ProductTwice, ("presentation", twice.Key));
        var departments = await desk.Sites.DepartmentsAsync(x.Tenant, x.Site, cancellationToken).ConfigureAwait(false);
        failures.Require(departments.Any(d => d.Id == command.Department), DispensingRules.DepartmentUnknown, ("department", command.Department));
        foreach (var item in command.Items.Take(Checklist.MostItems))
        {
            failures.OptionalText("directions", item.Directions, 500);
            var product = item.Presentation == default ? null : await products.FindAsync(x.Tenant, item.Presentation, cancellationToken).ConfigureAwait(false);
            failures.Require(product is not null, DispensingRules.ProductUnknown, ("presentation", item.Presentation));
            if (product is not null) RequestCheck.BaseUnits(product, item.Quantity, failures);
        }

        var stored = command.Checklist is { } id ? await checklists.FindAsync(x.Tenant, id, cancellationToken).ConfigureAwait(false) : null;
        failures.Require(command.Checklist is null || stored is not null, DispensingRules.ChecklistUnknown, ("checklist", command.Checklist));
        failures.Require(stored is null || command.Version == stored.Version, DispensingRules.StaleVersion, ("dispensation", command.Checklist), ("asked", command.Version), ("found", stored?.Version));
        failures.ThrowIfAny();
        var next = new Checklist(stored?.Id ?? desk.Ids.Next<ChecklistId>(), command.Department, command.Title, command.Items, command.IsRetired, (stored?.Version ?? 0) + 1);
        checklists.Save(unit, next);
        unit.Audit(stored is null ? "checklist.added" : "checklist.changed", next.Fact, $"{next.Items.Count} items");
        return new(next.Id, next.Version);
    }

    private static void Read(CommandContext x)
    {
        ArgumentNullException.ThrowIfNull(x);
        var failures = new Failures();
        DispensingRights.CheckRole(failures, x.Actor, x.Actor.HasAny(Role.Administrator) ? DispensingAct.ManageChecklists : DispensingAct.Read);
        failures.ThrowIfAny();
    }
}
