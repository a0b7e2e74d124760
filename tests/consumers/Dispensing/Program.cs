using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.Dispensing;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.HandOvers;
using Clinic.Dispensing.Preparing;
using Clinic.Dispensing.Requesting;
using Clinic.Dispensing.Returning;
using Clinic.Dispensing.Usage;
using Clinic.Pharmacy.Inquiries;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Receiving;
using Clinic.Pharmacy.Stock;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

var services = new ServiceCollection();
services.AddClinicAdministration();
services.AddClinicPharmacy().UseInMemory();
services.AddClinicDispensing().UseInMemory().UsePharmacyStock();
using var app = services.BuildServiceProvider();

var ids = app.GetRequiredService<IIdGenerator>();
var tenant = ids.Next<TenantId>();
var site = new Site(ids.Next<SiteId>(), "Hospital del Norte", DateTimeZoneProviders.Tzdb["America/Guayaquil"], Currency.Usd);
var pharmacy = new Department(ids.Next<DepartmentId>(), site.Id, "Farmacia");
var emergency = new Department(ids.Next<DepartmentId>(), site.Id, "Emergencia");
var store = new Location(ids.Next<LocationId>(), site.Id, pharmacy.Id, "Bodega", LocationKind.Store, IsPickable: true);
var places = app.GetRequiredService<ISiteStore>();
var people = app.GetRequiredService<IPersonStore>();
var admin = new Actor(ids.Next<PersonId>(), [Role.Administrator], [pharmacy.Id]);
CommandContext As(Actor actor) => new(tenant, site.Id, actor, "my-app", ids.Next<CommandId>());

var (gina, pablo, eva, rosa) = (New("Gina", Role.Pharmacist, pharmacy), New("Pablo", Role.Auxiliary, pharmacy), New("Eva", Role.Physician, emergency), New("Rosa", Role.Nurse, emergency));
await app.GetRequiredService<IUnitOfWork>().RunAsync(As(admin), new OpenClinic(), (unit, _) =>
{
    places.Save(unit, site);
    places.Save(unit, pharmacy);
    places.Save(unit, emergency);
    places.Save(unit, store);
    foreach (var (person, name) in new[] { (gina, "Gina"), (pablo, "Pablo"), (eva, "Eva"), (rosa, "Rosa") })
        people.Add(unit, new Person(person.Person, name, $"{name}.demo", person.Roles, person.Departments, IsRetired: false, Version: 1));
    unit.Audit("site.opened", new FactKey("core.site", site.Id.Value));
    return Task.FromResult("open");
});
await app.GetRequiredService<PeopleAdministration>().SetAsync(As(admin), new SetCredential(rosa.Person, CredentialKind.Pin, new Secret("20260317")));

var medication = await app.GetRequiredService<MedicationCatalogue>().AddAsync(As(gina), new AddMedication(new MedicationData(
    "PAR500", "Paracetamol", "tablet", [new Ingredient("paracetamol", new Quantity(500, UnitCode.Milligram))])));
var tablet = await app.GetRequiredService<PresentationCatalogue>().AddAsync(As(gina), new AddPresentation(new PresentationData(
    medication.Id, "PAR500", "Paracetamol 500 mg", UnitCode.Tablet)));
await app.GetRequiredService<StockReceiving>().ReceiveAsync(As(gina), new ReceiveStock
{
    Location = store.Id,
    Supplier = "Distribuidora Andina",
    Lines = [new() { Presentation = tablet.Id, LotNumber = new("P-1"), Expiration = new(new LocalDate(2035, 6, 30)), Paid = new(100, UnitCode.Tablet), Price = new Money(5, Currency.Usd) }],
});

var asked = await app.GetRequiredService<DispensationRequests>().RequestAsync(As(rosa), new RequestDispensation
{
    From = store.Id,
    Target = new DispensationTarget(emergency.Id, CareArea.Emergency),
    Lines = [new RequestLine(tablet.Id, new Quantity(10, UnitCode.Tablet))],
});
Console.WriteLine($"requested: {asked.MayAuthorise.Count} may authorise, {asked.MayPrepare.Count} may prepare");
await app.GetRequiredService<DispensationRequests>().AuthoriseAsync(As(eva), new AuthoriseDispensation { Dispensation = asked.Dispensation });

var preparing = app.GetRequiredService<DispensationPreparing>();
var kept = await preparing.BeginAsync(As(gina), new BeginPreparation { Dispensation = asked.Dispensation });
foreach (var part in kept.Lines[0].Parts)
{
    Console.WriteLine($"kept aside: {part.Quantity} of lot {part.Number}");
    await preparing.ConfirmAsync(As(gina), new ConfirmPart { Dispensation = asked.Dispensation, Line = 1, Lot = part.Lot, Quantity = part.Quantity });
}

await preparing.MarkPreparedAsync(As(gina), new MarkPrepared { Dispensation = asked.Dispensation });

var handed = await app.GetRequiredService<HandingOver>().HandOverAsync(As(pablo), new HandOver
{
    Items = [new HandOverItem(asked.Dispensation)],
    Recipient = new PersonProof(rosa.Person, CredentialKind.Pin, new Secret("20260317")),
    Device = "ventanilla-1",
});
Console.WriteLine($"handed over: {handed.Items[0].Answer.Status}, books {handed.Items[0].Answer.Accountability}");
Console.WriteLine($"on hand: {(await app.GetRequiredService<StockInquiries>().NowAsync(tenant, new StockQuery(tablet.Id), PageRequest.First)).Items[0].OnHand}");

var doses = app.GetRequiredService<DoseLog>();
var dose = await doses.RecordAsync(As(rosa), new RecordDose { Dispensation = asked.Dispensation, Dose = new() { Line = 1, Amount = new Quantity(1, new UnitCode("g")) } });
Console.WriteLine($"given: {dose.Amount} {dose.Unit}, {dose.Outstanding} outstanding");
try
{
    await app.GetRequiredService<HandingOver>().HandOverAsync(As(pablo), new HandOver { Items = [new(asked.Dispensation)], Recipient = new(rosa.Person, CredentialKind.Pin, new Secret("00000000")), Device = "ventanilla-1" });
}
catch (DispensingException refusal)
{
    foreach (var failure in refusal.Failures) Console.WriteLine($"refused: {failure.Code}");
}

var returned = await app.GetRequiredService<WardReturns>().DeclareAsync(As(rosa), new DeclareReturn
{
    Dispensation = asked.Dispensation, Line = 1, Quantity = new Quantity(8, UnitCode.Tablet), Condition = ReturnCondition.Unopened, Reason = "alta",
});
await app.GetRequiredService<WardReturns>().ConfirmAsync(As(gina), new ConfirmReturn { Dispensation = asked.Dispensation, Return = returned.Return, Counted = new Quantity(8, UnitCode.Tablet), To = store.Id });
await doses.FinishAsync(As(rosa), new FinishUse { Dispensation = asked.Dispensation });
var closed = await app.GetRequiredService<BookClosing>().CloseAsync(As(gina), new CloseDispensation { Dispensation = asked.Dispensation });
Console.WriteLine($"books: {closed.Accountability}");
Console.WriteLine($"on hand: {(await app.GetRequiredService<StockInquiries>().NowAsync(tenant, new StockQuery(tablet.Id), PageRequest.First)).Items[0].OnHand}");

Actor New(string name, Role role, Department department) => new(ids.Next<PersonId>(), [role], [department.Id]);

internal sealed class OpenClinic : ICommand<string>
{
    public string Name => "my-app.open-clinic";

    public void Describe(IPayloadWriter payload)
    {
    }
}
