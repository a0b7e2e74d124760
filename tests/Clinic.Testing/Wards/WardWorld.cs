using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.Dispensing;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.HandOvers;
using Clinic.Dispensing.Preparing;
using Clinic.Dispensing.Requesting;
using Clinic.Dispensing.Usage;
using Clinic.Dispensing.Wasting;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Gs1;
using Clinic.Pharmacy.Inquiries;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Receiving;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Testing.Wards;

/// <summary>A clinic with pharmacy and wards on any storage: people with PINs, four products, stock of two lots each.</summary>
/// <param name="services">A provider with pharmacy, dispensing, their bridge, administration, a storage, and the clock.</param>
/// <param name="clock">The clock of the provider.</param>
/// <param name="tenant">The tenant; a fresh one for each world.</param>
public sealed class WardWorld(IServiceProvider services, FakeClock clock, TenantId tenant)
{
    public FakeClock Clock => clock;

    public TenantId Tenant => tenant;

    public Instant Now => clock.Now;

    public Site Site { get; } = new(Id<SiteId>(1), "Hospital", DateTimeZoneProviders.Tzdb["America/Guayaquil"], Currency.Usd);

    public LocationId Store { get; } = Id<LocationId>(1);

    public LocationId Quarantine { get; } = Id<LocationId>(2);

    public DepartmentId Emergency { get; } = Id<DepartmentId>(WardPeople.Emergency);

    public PatientId Patient { get; } = Id<PatientId>(1);

    /// <summary>What was received of each product, over both lots.</summary>
    public decimal Received { get; private set; }

    /// <summary>Tablets of 500 mg in boxes of 10; standard.</summary>
    public PresentationId Tablet { get; private set; }

    /// <summary>Ampoules of 2 mL with 0.1 mg of a narcotic; controlled.</summary>
    public PresentationId Ampoule { get; private set; }

    /// <summary>Vials of 10 mL with 100 U per mL, usable for 28 days once open; high-alert.</summary>
    public PresentationId Vial { get; private set; }

    /// <summary>A syrup counted in tenths of a millilitre, 120 mg per 5 mL; standard.</summary>
    public PresentationId Syrup { get; private set; }

    /// <summary>Other tablets of the same medication.</summary>
    public PresentationId OtherTablet { get; private set; }

    /// <summary>The number on a box of tablets.</summary>
    public static Gtin TabletGtin { get; } = Gtin.Parse("07861234500017");

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>The same world, as another client of the same database sees it.</summary>
    public WardWorld SeenBy(IServiceProvider other) => new(other, clock, tenant)
    {
        Received = Received,
        Tablet = Tablet,
        OtherTablet = OtherTablet,
        Ampoule = Ampoule,
        Vial = Vial,
        Syrup = Syrup,
    };

    public IReadOnlyList<T> All<T>() => [.. services.GetServices<T>()];

    public static TId Id<TId>(int number)
        where TId : struct, IClinicId<TId> => TId.From(new Guid(number, 8, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 3));

    public CommandContext As(Staff staff) => new(tenant, Site.Id, staff.Actor, "test", Get<IIdGenerator>().Next<CommandId>());

    public CommandContext AsSystem() => new(tenant, Site.Id, Actor.System, "job", Get<IIdGenerator>().Next<CommandId>());

    public static PersonProof Pin(Staff staff, string? pin = null) => new(staff.Id, CredentialKind.Pin, new Secret(pin ?? staff.Pin));

    public static PersonProof Badge(Staff staff) => new(null, CredentialKind.Badge, new Secret(staff.Badge));

    /// <summary>Registers everything a world needs but the storage.</summary>
    public static void Configure(IServiceCollection services, FakeClock clock)
    {
        services.AddSingleton<IClock>(clock);
        services.AddClinicAdministration(o => o.Iterations = 1000);
    }

    /// <summary>A world in memory.</summary>
    public static async Task<WardWorld> InMemoryAsync(CancellationToken ct, Action<DispensingOptions>? configure = null, Action<IServiceCollection>? first = null)
    {
        var clock = new FakeClock(Instant.FromUtc(2026, 3, 10, 15, 0));
        var services = new ServiceCollection();
        first?.Invoke(services);
        Configure(services, clock);
        services.AddClinicPharmacy().UseInMemory();
        services.AddClinicDispensing(configure).UseInMemory().UsePharmacyStock();
        var world = new WardWorld(services.BuildServiceProvider(), clock, new TenantId(new Guid("00000000-0000-7000-8000-0000000000bb")));
        await world.OpenAsync(ct);
        return world;
    }

    /// <summary>Makes site, people, patient, catalogue and stock.</summary>
    public async Task OpenAsync(CancellationToken ct, decimal stockOfEach = 100)
    {
        Received = 2 * stockOfEach;
        await Get<IUnitOfWork>().RunAsync(As(WardPeople.Administrator), new Setup(), (unit, _) => Task.FromResult(Places(unit)), ct);
        foreach (var staff in WardPeople.All)
        {
            await SetAsync(staff, CredentialKind.Pin, staff.Pin, ct);
            await SetAsync(staff, CredentialKind.Badge, staff.Badge, ct);
        }

        var tablet = await MedicationAsync("PAR", ControlledClass.None, null, [new("paracetamol", new(500, UnitCode.Milligram))], ct);
        Tablet = await PresentationAsync(new(tablet, "PAR-500", "Paracetamol 500 mg", UnitCode.Tablet, 0, [new PackLevel("box", 10)], Gtins: [new(TabletGtin, "box")]), ct);
        OtherTablet = await PresentationAsync(new(tablet, "PAR-500B", "Paracetamol 500 mg (otro)", UnitCode.Tablet), ct);
        var narcotic = await MedicationAsync("FEN", ControlledClass.Narcotic, "N01AH01", [new("fentanyl", new(0.1m, UnitCode.Milligram), new Quantity(2, UnitCode.Millilitre))], ct);
        Ampoule = await PresentationAsync(new(narcotic, "FEN-2", "Fentanilo 0,1 mg/2 mL", UnitCode.Ampoule, ContainerContent: new Quantity(2, UnitCode.Millilitre)), ct);
        var insulin = await MedicationAsync("INS", ControlledClass.None, "A10AB01", [new("insulin", new(100, new UnitCode("U")), new Quantity(1, UnitCode.Millilitre))], ct);
        Vial = await PresentationAsync(new(insulin, "INS-10", "Insulina 100 U/mL", new UnitCode("{vial}"), ContainerContent: new Quantity(10, UnitCode.Millilitre), BeyondUse: Duration.FromDays(28)), ct);
        var syrup = await MedicationAsync("PARJ", ControlledClass.None, null, [new("paracetamol", new(120, UnitCode.Milligram), new Quantity(5, UnitCode.Millilitre))], ct);
        Syrup = await PresentationAsync(new(syrup, "PAR-J", "Paracetamol jarabe", UnitCode.Millilitre, 1), ct);
        foreach (var (presentation, unit) in new[] { (Tablet, UnitCode.Tablet), (OtherTablet, UnitCode.Tablet), (Ampoule, UnitCode.Ampoule), (Vial, new UnitCode("{vial}")), (Syrup, UnitCode.Millilitre) })
        {
            await ReceiveAsync(presentation, unit, "L1", new(2026, 9, 30), stockOfEach, ct);
            await ReceiveAsync(presentation, unit, "L2", new(2027, 3, 31), stockOfEach, ct);
        }
    }

    public Task ReceiveAsync(PresentationId presentation, UnitCode unit, string lot, LocalDate expiry, decimal quantity, CancellationToken ct) =>
        Get<StockReceiving>().ReceiveAsync(As(WardPeople.Pharmacist), new()
        {
            Location = Store,
            Supplier = "Proveedor",
            Lines = [new() { Presentation = presentation, LotNumber = new(lot), Expiration = new(expiry), Paid = new(quantity, unit), Price = new Money(quantity * 1.5m, Currency.Usd) }],
        }, ct);

    /// <summary>A request of one or several products for the patient in the emergency department.</summary>
    public RequestDispensation Asking(params (PresentationId Presentation, decimal Quantity, UnitCode Unit)[] lines) => new()
    {
        From = Store,
        Target = new(Emergency, CareArea.Emergency, Patient),
        Lines = [.. lines.Select(l => new RequestLine(l.Presentation, new(l.Quantity, l.Unit), MaySubstitute: true))],
        Prescription = "R-1001",
    };

    /// <summary>Requested, authorised, prepared, confirmed and checked, ready for pick-up.</summary>
    public async Task<DispensationId> ReadyAsync(CancellationToken ct, params (PresentationId Presentation, decimal Quantity, UnitCode Unit)[] lines)
    {
        var asked = await Get<DispensationRequests>().RequestAsync(As(WardPeople.Nurse), Asking(lines), ct);
        await Get<DispensationRequests>().AuthoriseAsync(As(WardPeople.Physician), new() { Dispensation = asked.Dispensation }, ct);
        await PrepareAsync(asked.Dispensation, ct);
        return asked.Dispensation;
    }

    public async Task PrepareAsync(DispensationId id, CancellationToken ct)
    {
        var kept = await Get<DispensationPreparing>().BeginAsync(As(WardPeople.Pharmacist), new() { Dispensation = id }, ct);
        await ConfirmAsync(id, kept.Lines, ct);
        await Get<DispensationPreparing>().MarkPreparedAsync(As(WardPeople.Pharmacist), new() { Dispensation = id, Checker = Pin(WardPeople.SecondPharmacist) }, ct);
    }

    public async Task ConfirmAsync(DispensationId id, IReadOnlyList<KeptLine> lines, CancellationToken ct)
    {
        foreach (var line in lines)
        {
            foreach (var lot in line.Parts.GroupBy(p => p.Lot))
            {
                await Get<DispensationPreparing>().ConfirmAsync(
                    As(WardPeople.Pharmacist), new() { Dispensation = id, Line = line.Line, Lot = lot.Key, Quantity = lot.Sum(p => p.Quantity) }, ct);
            }
        }
    }

    public HandOver HandingOver(params DispensationId[] ids) => new()
    {
        Items = [.. ids.Select(i => new HandOverItem(i))],
        Recipient = Pin(WardPeople.SecondNurse),
        SecondPerson = Pin(WardPeople.ThirdPharmacist),
        Device = "ventanilla-1",
    };

    /// <summary>Handed over to the second nurse by the auxiliary.</summary>
    public async Task<DispensationId> DeliveredAsync(CancellationToken ct, params (PresentationId Presentation, decimal Quantity, UnitCode Unit)[] lines)
    {
        var id = await ReadyAsync(ct, lines);
        await Get<HandingOver>().HandOverAsync(As(WardPeople.Auxiliary), HandingOver(id), ct);
        clock.AdvanceMinutes(1);
        return id;
    }

    public Task<DoseAnswer> DoseAsync(DispensationId id, int line, decimal amount, UnitCode unit, CancellationToken ct, Staff? by = null, int? containers = null) =>
        Get<DoseLog>().RecordAsync(As(by ?? WardPeople.SecondNurse), new() { Dispensation = id, Dose = new() { Line = line, Amount = new(amount, unit), Containers = containers } }, ct);

    public Task<WasteAnswer> WasteAsync(DispensationId id, int line, decimal amount, UnitCode unit, CancellationToken ct, PersonProof? witness = null) =>
        Get<RemainderWaste>().RecordAsync(As(WardPeople.SecondNurse), new()
        {
            Dispensation = id,
            Waste = new() { Line = line, Kind = RemainderKind.OpenedRemainder, Amount = new(amount, unit), Reason = "remanente" },
            Witness = witness ?? Pin(WardPeople.ThirdNurse),
        }, ct);

    public Task<DispensationAnswer> FinishAsync(DispensationId id, CancellationToken ct) =>
        Get<DoseLog>().FinishAsync(As(WardPeople.SecondNurse), new() { Dispensation = id }, ct);

    public Task<DispensationAnswer> CloseAsync(DispensationId id, CancellationToken ct, Staff? by = null) =>
        Get<BookClosing>().CloseAsync(As(by ?? WardPeople.Pharmacist), new() { Dispensation = id }, ct);

    public async Task<Dispensation> LoadAsync(DispensationId id, CancellationToken ct) =>
        await Get<IDispensationStore>().FindAsync(tenant, id, ct) ?? throw new InvalidOperationException($"The dispensation {id} is not stored.");

    /// <summary>What lies of a presentation in the store, and what of it is kept aside.</summary>
    public async Task<(decimal OnHand, decimal Reserved)> StockAsync(PresentationId presentation, CancellationToken ct)
    {
        var page = await Get<StockInquiries>().NowAsync(tenant, new(presentation, Location: Store), new(PageRequest.LargestSize), ct);
        return (page.Items.Sum(s => s.OnHand.Value), page.Items.Sum(s => s.Reserved.Value));
    }

    private async Task SetAsync(Staff staff, CredentialKind kind, string secret, CancellationToken ct) =>
        await Get<PeopleAdministration>().SetAsync(As(WardPeople.Administrator), new(staff.Id, kind, new Secret(secret)), ct);

    private async Task<MedicationId> MedicationAsync(string code, ControlledClass controlled, string? atc, IReadOnlyList<Ingredient> ingredients, CancellationToken ct) =>
        (await Get<MedicationCatalogue>().AddAsync(As(WardPeople.Pharmacist), new(new(code, code, "form", ingredients, AtcCode: atc, Controlled: controlled)), ct)).Id;

    private async Task<PresentationId> PresentationAsync(PresentationData data, CancellationToken ct) =>
        (await Get<PresentationCatalogue>().AddAsync(As(WardPeople.Pharmacist), new(data), ct)).Id;

    private string Places(IUnit unit)
    {
        var store = Get<ISiteStore>();
        store.Save(unit, Site);
        foreach (var (number, name) in new[] { (WardPeople.Pharmacy, "Farmacia"), (WardPeople.Emergency, "Emergencia"), (WardPeople.Floor, "Piso 1") })
            store.Save(unit, new Department(Id<DepartmentId>(number), Site.Id, name));
        var pharmacy = Id<DepartmentId>(WardPeople.Pharmacy);
        store.Save(unit, new Location(Store, Site.Id, pharmacy, "Bodega", LocationKind.Store, true));
        store.Save(unit, new Location(Quarantine, Site.Id, pharmacy, "Cuarentena", LocationKind.Quarantine, false));
        foreach (var s in WardPeople.All)
            Get<IPersonStore>().Add(unit, new Person(s.Id, s.Name, $"persona{s.Number}", s.Actor.Roles, s.Actor.Departments, false, 1));
        Get<IPatientStore>().Add(unit, new Patient(Patient, "José Muñoz", "cedula", "0912345678", null, [], 1));
        unit.Audit("site.saved", new("core.site", Site.Id.Value));
        return "done";
    }

    private sealed record Setup : PharmacyCommand<string>
    {
        public override string Name => "test.setup";
    }
}
