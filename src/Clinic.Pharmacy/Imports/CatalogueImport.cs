using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.Gs1;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Imports;

/// <summary>Imports the catalogue: dry run first, then all rows in one commit; the same file twice changes nothing.</summary>
public sealed class CatalogueImport
{
    private readonly IUnitOfWork work;
    private readonly IMedicationStore medications;
    private readonly IPresentationStore presentations;
    private readonly IMovementStore movements;
    private readonly PharmacyOptions options;
    private readonly IIdGenerator ids;

    internal CatalogueImport(
        IUnitOfWork work, IMedicationStore medications, IPresentationStore presentations, IMovementStore movements, PharmacyOptions options, IIdGenerator ids)
    {
        this.work = work;
        this.medications = medications;
        this.presentations = presentations;
        this.movements = movements;
        this.options = options;
        this.ids = ids;
    }

    /// <summary>Says what an import of the file would do; changes nothing.</summary>
    public async Task<ImportReport> DryRunAsync(TenantId tenant, string csv, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(csv);
        var failures = new Failures();
        var plan = await PlanAsync(tenant, csv, failures, cancellationToken).ConfigureAwait(false);
        return new(plan.Rows, plan.Added, plan.Changed, plan.Unchanged, failures.All);
    }

    /// <summary>Imports the file.</summary>
    /// <exception cref="PharmacyException">Any cell is wrong; every one is named and nothing comes in.</exception>
    public Task<ImportAnswer> ImportAsync(CommandContext x, ImportCatalogue command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    private async Task<ImportAnswer> StageAsync(IUnit unit, ImportCatalogue command, CancellationToken ct)
    {
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, unit.Context.Actor, PharmacyAct.Import);
        failures.ThrowIfAny();
        var plan = await PlanAsync(unit.Context.Tenant, command.Csv, failures, ct).ConfigureAwait(false);
        failures.ThrowIfAny();
        foreach (var write in plan.Writes) write(unit);
        unit.Audit("catalogue.imported", new("pharmacy.import", unit.Context.Command.Value), $"{plan.Rows} rows, {plan.Added} added, {plan.Changed} changed");
        return new(plan.Rows, plan.Added, plan.Changed, plan.Unchanged);
    }

    private async Task<Plan> PlanAsync(TenantId tenant, string csv, Failures failures, CancellationToken ct)
    {
        var plan = new Plan();
        var table = CsvTable.Read(csv, CatalogueColumns.Required, CatalogueColumns.Optional, options.MostImportRows, failures);
        if (table is null) return plan;
        plan.Rows = table.Rows.Count;
        foreach (var row in table.Rows)
        {
            var cells = new CsvCells(table, row, failures);
            // Both halves of a row are looked at, whatever is wrong with the first.
            var medication = await MedicationAsync(tenant, cells, plan, ct).ConfigureAwait(false);
            await PresentationAsync(tenant, cells, medication, plan, ct).ConfigureAwait(false);
        }

        return plan;
    }

    private async Task<MedicationId> MedicationAsync(TenantId tenant, CsvCells cells, Plan plan, CancellationToken ct)
    {
        var data = CatalogueRow.Medication(cells);
        if (data.Code.Length == 0) return ids.Next<MedicationId>();
        if (plan.Medications.TryGetValue(data.Code, out var earlier))
        {
            if (!Same(earlier.Data, data)) cells.Contradicts("medication_code", data.Code, $"row {earlier.Row}, which describes the same medication otherwise");
            return earlier.Id;
        }

        var stored = await medications.FindByCodeAsync(tenant, data.Code, ct).ConfigureAwait(false);
        var id = stored?.Id ?? ids.Next<MedicationId>();
        plan.Medications.Add(data.Code, (data, id, cells.Number));
        if (stored is { IsRetired: true }) cells.Contradicts("medication_code", data.Code, "a medication that has been retired");
        var next = cells.Try("medication_code", CatalogueColumns.OfMedication, () => stored is null ? Medication.Restore(data.ToSnapshot(id)) : stored.Revise(data.ToSnapshot(id)));
        if (next is null) return id;
        if (stored is null) plan.Add(u => medications.Add(u, next));
        else if (Same(stored.ToSnapshot() with { Version = 0 }, next.ToSnapshot() with { Version = 0 })) plan.Unchanged++;
        else plan.Change(u => medications.Save(u, next));
        return id;
    }

    private async Task PresentationAsync(TenantId tenant, CsvCells cells, MedicationId medication, Plan plan, CancellationToken ct)
    {
        var data = CatalogueRow.Presentation(cells, medication);
        if (data.Code.Length == 0) return;
        if (!plan.Presentations.TryAdd(data.Code, cells.Number))
        {
            cells.Contradicts("presentation_code", data.Code, $"row {plan.Presentations[data.Code]}, which has the same code");
            return;
        }

        var stored = await presentations.FindByCodeAsync(tenant, data.Code, ct).ConfigureAwait(false);
        var id = stored?.Id ?? ids.Next<PresentationId>();
        if (stored is { IsRetired: true }) cells.Contradicts("presentation_code", data.Code, "a presentation that has been retired");
        var hasMoved = stored is not null && await movements.HasMovedAsync(tenant, id, ct).ConfigureAwait(false);
        var next = cells.Try("presentation_code", CatalogueColumns.OfPresentation, () => stored is null ? Presentation.Restore(data.ToSnapshot(id)) : stored.Revise(data.ToSnapshot(id), hasMoved));
        if (next is null) return;
        await CheckGtinsAsync(tenant, cells, next, plan, ct).ConfigureAwait(false);
        if (stored is null) plan.Add(u => presentations.Add(u, next));
        else if (Same(stored.ToSnapshot() with { Version = 0 }, next.ToSnapshot() with { Version = 0 })) plan.Unchanged++;
        else plan.Change(u => presentations.Save(u, next));
    }

    private async Task CheckGtinsAsync(TenantId tenant, CsvCells cells, Presentation presentation, Plan plan, CancellationToken ct)
    {
        foreach (var gtin in presentation.Gtins.Select(g => g.Gtin))
        {
            if (!plan.Gtins.TryAdd(gtin, cells.Number)) cells.Contradicts("gtins", gtin, $"row {plan.Gtins[gtin]}, which has the same GTIN");
            var other = await presentations.FindByGtinAsync(tenant, gtin, ct).ConfigureAwait(false);
            if (other is not null && other.Id != presentation.Id) cells.Contradicts("gtins", gtin, $"the presentation {other.Code}, which carries it");
        }
    }

    // Records compare lists by reference; their JSON says whether they mean the same.
    private static bool Same<T>(T left, T right) =>
        string.Equals(JsonSerializer.Serialize(left, ClinicJson.Options), JsonSerializer.Serialize(right, ClinicJson.Options), StringComparison.Ordinal);

    private sealed class Plan
    {
        public int Rows { get; set; }

        public int Added { get; private set; }

        public int Changed { get; private set; }

        public int Unchanged { get; set; }

        public List<Action<IUnit>> Writes { get; } = [];

        public Dictionary<string, (MedicationData Data, MedicationId Id, int Row)> Medications { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, int> Presentations { get; } = new(StringComparer.Ordinal);

        public Dictionary<Gtin, int> Gtins { get; } = [];

        public void Add(Action<IUnit> write)
        {
            Added++;
            Writes.Add(write);
        }

        public void Change(Action<IUnit> write)
        {
            Changed++;
            Writes.Add(write);
        }
    }
}
