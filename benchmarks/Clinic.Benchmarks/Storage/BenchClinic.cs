using Clinic.Abstractions;
using Clinic.Pharmacy.Issuing;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Receiving;
using Clinic.Storage.Turso;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Benchmarks.Storage;

/// <summary>A clinic on a database file of its own, with one lot that never runs out.</summary>
public sealed class BenchClinic : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("clinic-bench-");
    private readonly ServiceProvider services;
    private readonly DepartmentId department;

    private BenchClinic(BenchClinic? original, TursoSynchronous synchronous)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton(PayloadKeyRing.Random());
        collection.AddClinicPharmacy().WithReports().UseTurso(o =>
        {
            o.DataSource = Path;
            o.Synchronous = synchronous;
        });
        services = collection.BuildServiceProvider();
        var ids = Get<IIdGenerator>();
        Tenant = original?.Tenant ?? ids.Next<TenantId>();
        Site = original?.Site ?? ids.Next<SiteId>();
        Store = original?.Store ?? ids.Next<LocationId>();
        department = original?.department ?? ids.Next<DepartmentId>();
        Pharmacist = original?.Pharmacist ?? new(ids.Next<PersonId>(), [Role.Pharmacist], [department]);
    }

    public string Path => System.IO.Path.Combine(folder.FullName, "clinic.db");

    public TenantId Tenant { get; }

    public SiteId Site { get; }

    public LocationId Store { get; }

    public Actor Pharmacist { get; }

    public PresentationId Presentation { get; private set; }

    public LotId Lot { get; private set; }

    public static async Task<BenchClinic> CreateAsync()
    {
        var clinic = new BenchClinic(null, TursoSynchronous.Full);
        await clinic.Get<TursoMigrator>().UpAsync(CancellationToken.None);
        await clinic.SetUpAsync();
        return clinic;
    }

    /// <summary>The same clinic on a copy of its file.</summary>
    public BenchClinic Copy(TursoSynchronous synchronous)
    {
        var copy = new BenchClinic(this, synchronous) { Presentation = Presentation, Lot = Lot };
        using var source = Open();
        using var target = copy.Open();
        source.BackupDatabase(target);
        return copy;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public CommandContext As() => new(Tenant, Site, Pharmacist, "bench", Get<IIdGenerator>().Next<CommandId>());

    public IssueStock IssueOne() => new() { From = Store, Lines = [new PickLine(Presentation, new Quantity(1, UnitCode.Tablet))] };

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        services.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task SetUpAsync()
    {
        await Get<IUnitOfWork>().RunAsync(As(), new Setup(), (unit, _) =>
        {
            var sites = Get<ISiteStore>();
            sites.Save(unit, new Site(Site, "Hospital", DateTimeZoneProviders.Tzdb["America/Guayaquil"], Currency.Usd));
            sites.Save(unit, new Department(department, Site, "Farmacia"));
            sites.Save(unit, new Location(Store, Site, department, "Bodega", LocationKind.Store, true));
            unit.Audit("site.saved", new("core.site", Site.Value));
            return Task.FromResult("done");
        });
        var medication = await Get<MedicationCatalogue>().AddAsync(As(), new AddMedication(new MedicationData(
            "AMX500", "Amoxicilina", "tablet", [new Ingredient("amoxicillin", new Quantity(500, UnitCode.Milligram))])));
        Presentation = (await Get<PresentationCatalogue>().AddAsync(As(), new AddPresentation(new PresentationData(
            medication.Id, "AMX500", "Amoxicilina 500 mg", UnitCode.Tablet)))).Id;
        var line = new ReceiveLine
        {
            Presentation = Presentation,
            LotNumber = new LotNumber("L1"),
            Expiration = new ExpirationDate(new LocalDate(2090, 1, 1)),
            Paid = new Quantity(100_000_000, UnitCode.Tablet),
            Price = new Money(1_000_000, Currency.Usd),
        };
        Lot = (await Get<StockReceiving>().ReceiveAsync(As(), new ReceiveStock { Location = Store, Supplier = "Distribuidora", Lines = [line] })).Lines[0].Lot;
    }

    private sealed record Setup : ICommand<string>
    {
        public string Name => "bench.setup";

        public void Describe(IPayloadWriter payload)
        {
        }
    }
}
