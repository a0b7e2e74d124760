using Clinic.Abstractions;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Inquiries;
using Clinic.Pharmacy.Issuing;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Receiving;
using Clinic.Pharmacy.Stock;
using Clinic.Storage.Turso;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

var folder = Directory.CreateTempSubdirectory("clinic-consumer-");
var file = Path.Combine(folder.FullName, "clinic.db");
var key = new byte[32];
Random.Shared.NextBytes(key);
var ids = new UuidV7Generator(SystemClock.Instance);
var clinic = (Tenant: ids.Next<TenantId>(), Site: ids.Next<SiteId>(), Department: ids.Next<DepartmentId>(), Store: ids.Next<LocationId>());
var ana = new Actor(ids.Next<PersonId>(), [Role.Pharmacist], [clinic.Department]);
var command = new CommandContext(clinic.Tenant, clinic.Site, ana, "my-app", ids.Next<CommandId>());
PostingId first;
IssueStock issue;

using (var app = Start())
{
    await app.GetRequiredService<TursoMigrator>().UpAsync(CancellationToken.None);
    issue = await FillAsync(app);
    first = (await app.GetRequiredService<StockIssuing>().IssueAsync(command, issue)).Posting;
    Console.WriteLine("issued 30 tablets");
}

// The process may have ended here: the file knows what was done, also that this command was.
using (var app = Start())
{
    var again = await app.GetRequiredService<StockIssuing>().IssueAsync(command, issue);
    Console.WriteLine($"after a restart the same command gives the same posting: {again.Posting == first}");
    var inquiries = app.GetRequiredService<StockInquiries>();
    var stock = await inquiries.NowAsync(clinic.Tenant, new StockQuery(), PageRequest.First);
    Console.WriteLine($"on hand {stock.Items[0].OnHand}, worth {stock.Items[0].Value}");
    Console.WriteLine($"ledger differences: {(await inquiries.VerifyAsync(clinic.Tenant)).Count}");
}

folder.Delete(recursive: true);

ServiceProvider Start()
{
    var services = new ServiceCollection();
    services.AddSingleton(new PayloadKeyRing("2026", new Dictionary<string, byte[]> { ["2026"] = key }));
    services.AddClinicPharmacy().UseTurso(o => o.DataSource = file);
    return services.BuildServiceProvider();
}

async Task<IssueStock> FillAsync(ServiceProvider app)
{
    CommandContext New() => new(clinic.Tenant, clinic.Site, ana, "my-app", ids.Next<CommandId>());
    await app.GetRequiredService<IUnitOfWork>().RunAsync(New(), new OpenClinic(), (unit, _) =>
    {
        var places = app.GetRequiredService<ISiteStore>();
        places.Save(unit, new Site(clinic.Site, "Hospital del Norte", DateTimeZoneProviders.Tzdb["America/Guayaquil"], Currency.Usd));
        places.Save(unit, new Department(clinic.Department, clinic.Site, "Farmacia"));
        places.Save(unit, new Location(clinic.Store, clinic.Site, clinic.Department, "Bodega", LocationKind.Store, IsPickable: true));
        unit.Audit("site.opened", new FactKey("core.site", clinic.Site.Value));
        return Task.FromResult("open");
    });
    var medication = await app.GetRequiredService<MedicationCatalogue>().AddAsync(New(), new AddMedication(new MedicationData(
        "AMX500", "Amoxicilina", "tablet", [new Ingredient("amoxicillin", new Quantity(500, UnitCode.Milligram))])));
    var presentation = await app.GetRequiredService<PresentationCatalogue>().AddAsync(New(), new AddPresentation(new PresentationData(
        medication.Id, "AMX500-100", "Amoxicilina 500 mg", UnitCode.Tablet)));
    await app.GetRequiredService<StockReceiving>().ReceiveAsync(New(), new ReceiveStock
    {
        Location = clinic.Store,
        Supplier = "Distribuidora Andina",
        Lines =
        [
            new ReceiveLine
            {
                Presentation = presentation.Id,
                LotNumber = new LotNumber("A-1"),
                Expiration = new ExpirationDate(new LocalDate(2090, 12, 31)),
                Paid = new Quantity(100, UnitCode.Tablet),
                Price = new Money(15.00m, Currency.Usd),
            },
        ],
    });
    return new IssueStock { From = clinic.Store, Lines = [new PickLine(presentation.Id, new Quantity(30, UnitCode.Tablet))] };
}

internal sealed class OpenClinic : ICommand<string>
{
    public string Name => "my-app.open-clinic";

    public void Describe(IPayloadWriter payload)
    {
    }
}
