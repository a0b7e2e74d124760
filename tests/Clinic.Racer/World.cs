using Clinic.Abstractions;
using Clinic.Pharmacy.Issuing;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Receiving;
using Clinic.Storage.Turso;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Racer;

/// <summary>A clinic on a database file, with ids that every process knows without asking.</summary>
public sealed class World : IDisposable
{
    // Every process must hash payloads alike, or a repeated command would look like another one.
    private static readonly PayloadKeyRing Keys = new("test", new Dictionary<string, byte[]> { ["test"] = [.. Enumerable.Range(1, 32).Select(i => (byte)i)] });

    private readonly ServiceProvider services;

    /// <param name="path">A file, or the address of a server.</param>
    /// <param name="configure">Changes the settings.</param>
    public World(string path, Action<TursoOptions>? configure = null)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton(Keys);
        collection.AddClinicPharmacy().UseTurso(o =>
        {
            o.DataSource = path;
            configure?.Invoke(o);
        });
        services = collection.BuildServiceProvider();
    }

    public static TenantId Tenant { get; } = Id<TenantId>(1);

    public static SiteId Site { get; } = Id<SiteId>(2);

    public static DepartmentId Department { get; } = Id<DepartmentId>(3);

    public static LocationId Store { get; } = Id<LocationId>(4);

    public static string Code => "RACE";

    public static Actor Pharmacist { get; } = new(Id<PersonId>(5), [Role.Pharmacist], [Department]);

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public static CommandContext As(CommandId command) => new(Tenant, Site, Pharmacist, "test", command);

    public CommandContext As() => As(Get<IIdGenerator>().Next<CommandId>());

    public async Task<Presentation> PresentationAsync() =>
        (await Get<IPresentationStore>().FindByCodeAsync(Tenant, Code, CancellationToken.None))!;

    /// <summary>Makes the clinic with lots of a quantity each.</summary>
    public async Task<IReadOnlyList<LotId>> CreateAsync(params int[] quantities)
    {
        await Get<TursoMigrator>().UpAsync(CancellationToken.None);
        await Get<IUnitOfWork>().RunAsync(As(), new Setup(), (unit, _) =>
        {
            var sites = Get<ISiteStore>();
            sites.Save(unit, new Site(Site, "Hospital", DateTimeZoneProviders.Tzdb["America/Guayaquil"], Currency.Usd));
            sites.Save(unit, new Department(Department, Site, "Farmacia"));
            sites.Save(unit, new Location(Store, Site, Department, "Bodega", LocationKind.Store, true));
            unit.Audit("site.saved", new("core.site", Site.Value));
            return Task.FromResult("done");
        });
        var medication = await Get<MedicationCatalogue>().AddAsync(As(), new AddMedication(new MedicationData(
            Code, "Adrenalina", "injection", [new Ingredient("epinephrine", new Quantity(1, UnitCode.Milligram), new Quantity(1, UnitCode.Millilitre))])));
        var presentation = await Get<PresentationCatalogue>().AddAsync(As(), new AddPresentation(new PresentationData(
            medication.Id, Code, "Adrenalina 1 mg/mL ampolla", UnitCode.Ampoule)));
        var lines = quantities.Select((q, i) => new ReceiveLine
        {
            Presentation = presentation.Id,
            LotNumber = new LotNumber($"L{i + 1}"),
            Expiration = new ExpirationDate(new LocalDate(2090, 1, 1).PlusDays(i)),
            Paid = new Quantity(q, UnitCode.Ampoule),
            Price = new Money(q, Currency.Usd),
        });
        var received = await Get<StockReceiving>().ReceiveAsync(As(), new ReceiveStock { Location = Store, Supplier = "Distribuidora", Lines = [.. lines] });
        return [.. received.Lines.Select(l => l.Lot)];
    }

    public Task<IssueAnswer> IssueAsync(CommandId command, Presentation presentation, int quantity) =>
        Get<StockIssuing>().IssueAsync(As(command), Issue(presentation, quantity));

    public static IssueStock Issue(Presentation presentation, int quantity) =>
        new() { From = Store, Lines = [new PickLine(presentation.Id, new Quantity(quantity, UnitCode.Ampoule))] };

    public void Dispose() => services.Dispose();

    private static TId Id<TId>(int number)
        where TId : struct, IClinicId<TId> => TId.From(new Guid(number, 7, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 2));

    private sealed record Setup : ICommand<string>
    {
        public string Name => "test.setup";

        public void Describe(IPayloadWriter payload)
        {
        }
    }
}
