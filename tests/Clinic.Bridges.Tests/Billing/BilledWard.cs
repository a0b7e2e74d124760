using Clinic.Abstractions;
using Clinic.Bridges.Billing;
using Clinic.Dispensing;
using Clinic.Dispensing.Billing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.HandOvers;
using Clinic.Dispensing.Requesting;
using Clinic.Dispensing.Returning;
using Clinic.EmergencyBilling;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Prices;
using Clinic.Testing.Wards;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Bridges.Tests.Billing;

/// <summary>A ward whose medicines stand on the bills of stays: an hour costs 60, a tablet 0.50 with 15 % of tax.</summary>
internal sealed class BilledWard
{
    private CatalogueAnswer<PriceListId> list = null!;

    private BilledWard(WardWorld world) => World = world;

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public WardWorld World { get; }

    public LocalDate Today => World.Site.DateOf(World.Now);

    public static async Task<BilledWard> OpenAsync(
        Action<DispensingOptions>? dispensing = null, Action<PharmacyChargesOptions>? charges = null, Action<EmergencyBillingOptions>? billing = null)
    {
        var world = await WardWorld.InMemoryAsync(Ct, dispensing, s =>
        {
            s.AddClinicPharmacy().WithPrices();
            s.AddClinicEmergencyBilling(billing).UseInMemory().UsePharmacyCharges(charges);
        });
        var ward = new BilledWard(world);
        var desk = world.Get<TariffDesk>();
        var tariff = await desk.CreateAsync(world.As(WardPeople.Supervisor), new("Emergencia", TariffKey.Base, "inicio"), Ct);
        var terms = new TariffTerms { Components = [new LinearPrice("HORA", "Hora de observación", "EXEMPT", 60m)] };
        await desk.DraftAsync(world.As(WardPeople.Supervisor), new(tariff.Tariff, 1, terms, world.Now - Duration.FromHours(1), "inicio"), Ct);
        await desk.PublishAsync(world.As(WardPeople.Administrator), new(tariff.Tariff, 2, 1, "revisada"), Ct);
        await world.Get<TaxGroups>().SetAsync(world.As(WardPeople.Administrator), new("IVA15", "IVA 15 %", ward.Today, 15m, "inicio"), Ct);
        ward.list = await ward.ListAsync(PriceSegment.Patient, (world.Tablet, 0.50m));
        return ward;
    }

    public async Task<CatalogueAnswer<PriceListId>> ListAsync(PriceSegment segment, params (PresentationId Presentation, decimal Price)[] prices) =>
        await World.Get<PriceBook>().PublishAsync(
            World.As(WardPeople.Administrator), new(new(segment.ToString(), "Lista", segment, Currency.Usd, false, Today, [.. prices.Select(Entry)]), "inicio"), Ct);

    /// <summary>Sets prices of the patients' list, from today on.</summary>
    public async Task PriceAsync(params (PresentationId Presentation, decimal Price)[] prices) =>
        list = await World.Get<PriceBook>().ReviseAsync(World.As(WardPeople.Administrator), new(list.Id, list.Version, Today, "cambio", [.. prices.Select(Entry)]), Ct);

    public async Task<(StayId Stay, EncounterId Encounter)> RunningAsync(EncounterId? encounter = null, string? payer = null)
    {
        var stay = (await World.Get<StayReception>().RegisterAsync(As(), new() { Patient = World.Patient, Encounter = encounter, Payer = payer }, Ct)).Stay;
        await World.Get<StayReception>().StartAsync(As(), new() { Stay = stay }, Ct);
        return (stay, (await World.Get<StayInquiries>().FindAsync(As(), stay, Ct))!.Encounter);
    }

    public async Task<DispensationId> DeliveredAsync(EncounterId encounter, PresentationId presentation, decimal quantity, UnitCode unit)
    {
        var asking = World.Asking((presentation, quantity, unit));
        var asked = await World.Get<DispensationRequests>().RequestAsync(World.As(WardPeople.Nurse), asking with { Target = asking.Target with { Encounter = encounter } }, Ct);
        await World.Get<DispensationRequests>().AuthoriseAsync(World.As(WardPeople.Physician), new() { Dispensation = asked.Dispensation }, Ct);
        await World.PrepareAsync(asked.Dispensation, Ct);
        await World.Get<HandingOver>().HandOverAsync(World.As(WardPeople.Auxiliary), World.HandingOver(asked.Dispensation), Ct);
        World.Clock.AdvanceMinutes(1);
        return asked.Dispensation;
    }

    public async Task ReturnAsync(DispensationId dispensation, decimal quantity, UnitCode unit)
    {
        var declared = await World.Get<WardReturns>().DeclareAsync(World.As(WardPeople.SecondNurse), new()
        {
            Dispensation = dispensation,
            Line = 1,
            Quantity = new(quantity, unit),
            Condition = ReturnCondition.Unopened,
            Reason = "no se usó",
        }, Ct);
        await World.Get<WardReturns>().ConfirmAsync(World.As(WardPeople.Pharmacist), new()
        {
            Dispensation = dispensation,
            Return = declared.Return,
            Counted = new(quantity, unit),
            To = World.Store,
        }, Ct);
    }

    public async Task CloseAsync(StayId stay) => await World.Get<StayReception>().CloseAsync(As(), new() { Stay = stay, Disposition = Disposition.Discharged }, Ct);

    public async Task InvoiceAsync(StayId stay) => await World.Get<StatementDesk>().InvoiceAsync(As(), new() { Stay = stay }, Ct);

    public Task<StayBill> BillAsync(StayId stay) => World.Get<StatementInquiries>().BillAsync(As(), stay, Ct);

    /// <summary>What all documents of a stay say of the pharmacy.</summary>
    public async Task<IReadOnlyList<StayInvoiceLine>> InvoicedAsync(StayId stay) =>
        [.. (await BillAsync(stay)).Invoices.Where(i => i.IsCharge).SelectMany(i => i.ToSnapshot().Lines).Where(l => l.Source == PharmacyCharges.Source)];

    public Task<BillingAnswer> MatchAsync(EncounterId encounter, IReadOnlyList<BilledLine>? billed = null) =>
        World.Get<BillingMatching>().MatchAsync(World.As(WardPeople.Pharmacist), new() { Encounter = encounter, Billed = billed }, Ct);

    public CommandContext As(Staff? staff = null) => World.As(staff ?? WardPeople.Cashier);

    private static PriceEntry Entry((PresentationId Presentation, decimal Price) price) =>
        new(price.Presentation, PricePer.BaseUnit, PriceRule.Fixed(price.Price), "IVA15");
}
