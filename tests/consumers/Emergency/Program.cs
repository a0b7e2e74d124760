using Clinic.Abstractions;
using Clinic.EmergencyBilling;
using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

var clock = new StationClock(Instant.FromUtc(2026, 3, 11, 2, 46));
var services = new ServiceCollection();
services.AddSingleton<IClock>(clock);
services.AddClinicEmergencyBilling().UseInMemory();
using var app = services.BuildServiceProvider();

var ids = app.GetRequiredService<IIdGenerator>();
var tenant = ids.Next<TenantId>();
var site = new Site(ids.Next<SiteId>(), "Hospital del Norte", DateTimeZoneProviders.Tzdb["America/Guayaquil"], Currency.Usd);
var patient = ids.Next<PatientId>();
var (rosa, sofia, alba, carlos) = (New(Role.Reception), New(Role.Supervisor), New(Role.Administrator), New(Role.Cashier));
CommandContext As(Actor actor) => new(tenant, site.Id, actor, "my-app", ids.Next<CommandId>());
Actor New(Role role) => new(ids.Next<PersonId>(), [role], []);

await app.GetRequiredService<IUnitOfWork>().RunAsync(As(alba), new OpenClinic(), (unit, _) =>
{
    app.GetRequiredService<ISiteStore>().Save(unit, site);
    app.GetRequiredService<IPatientStore>().Add(unit, new Patient(patient, "Lucía Núñez", null, null, null, [], 1));
    unit.Audit("site.opened", new FactKey("core.site", site.Id.Value));
    return Task.FromResult("open");
});

var tariffs = app.GetRequiredService<TariffDesk>();
var created = await tariffs.CreateAsync(As(sofia), new CreateTariff("Público", TariffKey.Base, "apertura"));
var drafted = await tariffs.DraftAsync(As(sofia), new DraftTariff(
    created.Tariff, created.Version, StarterTariffs.DayAndNight(dayPerHour: 120m, nightPerHour: 60m), Instant.FromUtc(2026, 1, 1, 5, 0), "acta 12"));
await tariffs.PublishAsync(As(alba), new PublishTariff(created.Tariff, drafted.Version, 1, "revisada"));

var reception = app.GetRequiredService<StayReception>();
var registered = await reception.RegisterAsync(As(rosa), new RegisterStay { Patient = patient });
await reception.StartAsync(As(rosa), new StartStay { Stay = registered.Stay });
clock.Advance(Duration.FromMinutes(15));
var preview = await app.GetRequiredService<StatementInquiries>().BillAsync(As(carlos), registered.Stay);
Console.WriteLine($"so far: {preview.Total} {preview.Time!.Currency}");
var close = As(rosa);
var closed = await reception.CloseAsync(close, new CloseStay { Stay = registered.Stay, Disposition = Disposition.Discharged });
var again = await reception.CloseAsync(close, new CloseStay { Stay = registered.Stay, Disposition = Disposition.Discharged });
Console.WriteLine($"closed: revision {closed.Revision}, {closed.Total} {preview.Time.Currency}; pressed twice: {closed == again}");

var explained = await app.GetRequiredService<StatementInquiries>().ExplainAsync(As(carlos), registered.Stay, revision: null, "es");
foreach (var sentence in explained.Words.SkipLast(1)) Console.WriteLine(sentence);

var bills = app.GetRequiredService<StatementDesk>();
await bills.InvoiceAsync(As(carlos), new InvoiceStay { Stay = registered.Stay });
await app.GetRequiredService<StayInvoicing>().RunDueAsync(tenant, most: 10);
await bills.CreditAsync(As(sofia), new CreditStay { Stay = registered.Stay, Reason = "paciente equivocado" });
await app.GetRequiredService<StayInvoicing>().RunDueAsync(tenant, most: 10);
foreach (var invoice in (await app.GetRequiredService<StatementInquiries>().BillAsync(As(carlos), registered.Stay)).Invoices)
    Console.WriteLine($"{invoice.ToSnapshot().Kind} {invoice.Number}: {invoice.Total}, {invoice.Status}");

try
{
    await reception.StartAsync(As(rosa), new StartStay { Stay = registered.Stay });
}
catch (EmergencyBillingException refusal)
{
    foreach (var failure in refusal.Failures) Console.WriteLine($"refused: {failure.Code}");
}

// The rating is a pure function: no clock, no store, any zone.
var tariff = Tariff.Create(ids.Next<TariffId>(), "Observación", TariffKey.Base, Currency.Usd)
    .Draft(StarterTariffs.HourAndFraction(perHour: 12m), Instant.FromUtc(2026, 1, 1, 0, 0), alba.Person, Instant.FromUtc(2025, 12, 1, 0, 0), "ejemplo")
    .Publish(1, sofia.Person, Instant.FromUtc(2025, 12, 2, 0, 0));
var start = Instant.FromUtc(2026, 3, 29, 0, 30);
var stay = new StayTimeline(start, start + Duration.FromMinutes(61), [new StayTerms(start)]);
var statement = StayRater.Rate(new RatingRequest(
    stay, TariffBook.Of([tariff]), Holidays: null, DateTimeZoneProviders.Tzdb["Europe/Madrid"], DateTimeZoneProviders.Tzdb.VersionId, Now: start));
Console.WriteLine($"{statement.Presence.TotalMinutes} minutes from 01:30 to 03:31 on the wall clock: {statement.Total}");

internal sealed class StationClock(Instant now) : IClock
{
    public Instant GetCurrentInstant() => now;

    public void Advance(Duration by) => now += by;
}

internal sealed record OpenClinic : ICommand<string>
{
    public string Name => "my-app.open-clinic";

    public void Describe(IPayloadWriter payload) => payload.Write("content", "");
}
