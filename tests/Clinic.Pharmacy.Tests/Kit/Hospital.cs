using Clinic.Abstractions;
using Clinic.Pharmacy.Adjusting;
using Clinic.Pharmacy.Counting;
using Clinic.Pharmacy.Inquiries;
using Clinic.Pharmacy.Issuing;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Receiving;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Returning;
using Clinic.Pharmacy.Reversing;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Transfers;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Kit;

/// <summary>A small hospital in memory: one site in Guayaquil, a pharmacy, a ward, quarantine and transit.</summary>
public sealed class Hospital
{
    private readonly ServiceProvider services;

    public Hospital(string zone = "America/Guayaquil", Instant? now = null, Action<PharmacyOptions>? configure = null, Action<IServiceCollection>? more = null)
    {
        Clock = new FakeClock(now ?? Instant.FromUtc(2026, 3, 10, 15, 0));
        var collection = new ServiceCollection();
        collection.AddSingleton<IClock>(Clock);
        collection.AddSingleton<ICredentialVerifier, PinVerifier>();
        more?.Invoke(collection);
        collection.AddClinicPharmacy(configure).WithEverything().UseInMemory();
        services = collection.BuildServiceProvider();
        Site = new(Id<SiteId>(1), "Hospital", DateTimeZoneProviders.Tzdb[zone], Currency.Usd);
        Pharmacist = Person(1, Role.Pharmacist);
        Nurse = Person(2, Role.Nurse);
        Supervisor = Person(3, Role.Supervisor);
        Auditor = Person(4, Role.Auditor);
        Auxiliary = Person(5, Role.Auxiliary);
        SecondPharmacist = Person(6, Role.Pharmacist);
        Run(unit =>
        {
            var store = Get<ISiteStore>();
            store.Save(unit, Site);
            store.Save(unit, new Department(PharmacyDepartment, Site.Id, "Farmacia"));
            store.Save(unit, new Department(WardDepartment, Site.Id, "Hospitalización"));
            store.Save(unit, new Location(Store, Site.Id, PharmacyDepartment, "Bodega", LocationKind.Store, true));
            store.Save(unit, new Location(Ward, Site.Id, WardDepartment, "Piso 1", LocationKind.Store, true));
            store.Save(unit, new Location(Quarantine, Site.Id, PharmacyDepartment, "Cuarentena", LocationKind.Quarantine, false));
            store.Save(unit, new Location(Transit, Site.Id, PharmacyDepartment, "En tránsito", LocationKind.Transit, false));
            foreach (var actor in new[] { Pharmacist, Nurse, Supervisor, Auditor, Auxiliary, SecondPharmacist })
                Get<IPersonStore>().Add(unit, new Person(actor.Person, $"Persona {actor.Person.Value.ToString()[..8]}", $"persona{actor.Person.Value.ToString()[..8]}", actor.Roles, actor.Departments, false, 1));
            unit.Audit("site.saved", new("core.site", Site.Id.Value));
        });
    }

    public FakeClock Clock { get; }

    public TenantId Tenant { get; } = Id<TenantId>(1);

    public Site Site { get; }

    public DepartmentId PharmacyDepartment { get; } = Id<DepartmentId>(1);

    public DepartmentId WardDepartment { get; } = Id<DepartmentId>(2);

    public LocationId Store { get; } = Id<LocationId>(1);

    public LocationId Ward { get; } = Id<LocationId>(2);

    public LocationId Quarantine { get; } = Id<LocationId>(3);

    public LocationId Transit { get; } = Id<LocationId>(4);

    public Actor Pharmacist { get; }

    public Actor Nurse { get; }

    public Actor Supervisor { get; }

    public Actor Auditor { get; }

    public Actor Auxiliary { get; }

    public Actor SecondPharmacist { get; }

    public StockReceiving Receiving => Get<StockReceiving>();

    public StockIssuing Issuing => Get<StockIssuing>();

    public StockReturning Returning => Get<StockReturning>();

    public StockAdjusting Adjusting => Get<StockAdjusting>();

    public StockCounting Counting => Get<StockCounting>();

    public StockTransfers Transfers => Get<StockTransfers>();

    public StockReservations Reservations => Get<StockReservations>();

    public StockReversing Reversing => Get<StockReversing>();

    public LotControl Lots => Get<LotControl>();

    public StockInquiries Inquiries => Get<StockInquiries>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public static TId Id<TId>(int number)
        where TId : struct, IClinicId<TId> => TId.From(new Guid(number, 7, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));

    /// <summary>A fresh command of an actor; the pharmacist unless said.</summary>
    public CommandContext As(Actor? actor = null, CommandId? command = null) =>
        new(Tenant, Site.Id, actor ?? Pharmacist, "test", command ?? Get<IIdGenerator>().Next<CommandId>());

    /// <summary>Amoxicillin in tablets: blister of 10, box of 10 blisters, unless said otherwise.</summary>
    public async Task<Presentation> PresentationAsync(
        string code = "AMX500", int scale = 0, UnitCode? unit = null, IReadOnlyList<PackLevel>? levels = null,
        IReadOnlyList<PresentationGtin>? gtins = null, bool requiresExpiry = true, ControlledClass controlled = ControlledClass.None)
    {
        var ct = TestContext.Current.CancellationToken;
        var medication = await Get<MedicationCatalogue>().AddAsync(As(), new AddMedication(new MedicationData(
            code, "Amoxicilina", "tablet", [new Ingredient("amoxicillin", new Quantity(500, UnitCode.Milligram))], Controlled: controlled)), ct);
        var answer = await Get<PresentationCatalogue>().AddAsync(As(), new AddPresentation(new PresentationData(
            medication.Id, code, "Amoxicilina 500 mg", unit ?? UnitCode.Tablet, scale, levels ?? [new("blister", 10), new("box", 10)], gtins, requiresExpiry)), ct);
        return (await Get<IPresentationStore>().FindAsync(Tenant, answer.Id, ct))!;
    }

    /// <summary>Receives one lot now and gives its id.</summary>
    public async Task<LotId> LotAsync(
        Presentation presentation, decimal quantity, string number = "L1", LocalDate? expires = null, decimal unitCost = 1m, LocationId? at = null,
        Instant? received = null)
    {
        var line = new ReceiveLine
        {
            Presentation = presentation.Id,
            LotNumber = new LotNumber(number),
            Expiration = new ExpirationDate(expires ?? new LocalDate(2027, 12, 31)),
            Paid = new Quantity(quantity, presentation.BaseUnit),
            Price = new Money(decimal.Round(quantity * unitCost, 2), Currency.Usd),
            ConfirmCost = true,
        };
        var answer = await Receiving.ReceiveAsync(
            As(), new ReceiveStock { Location = at ?? Store, Supplier = "Distribuidora", Lines = [line], Received = received }, TestContext.Current.CancellationToken);
        return answer.Lines[0].Lot;
    }

    public IssueStock Issue(Presentation presentation, decimal quantity, params LotId[] lots) => new()
    {
        From = Store,
        Lines =
        [
            new PickLine(
                presentation.Id, new Quantity(quantity, presentation.BaseUnit),
                lots.Length == 0 ? null : [.. lots.Select(l => new LotPick(l, new Quantity(quantity / lots.Length, presentation.BaseUnit)))]),
        ],
        Target = new IssueTarget(WardDepartment),
    };

    public async Task<decimal> OnHandAsync(LotId lot, LocationId? at = null) =>
        (await Get<IStockStore>().FindAsync(Tenant, lot, at ?? Store, TestContext.Current.CancellationToken))?.OnHand.Value ?? 0;

    public async Task<LotStock> LyingAsync(LotId lot, LocationId? at = null) =>
        (await Get<IStockStore>().FindAsync(Tenant, lot, at ?? Store, TestContext.Current.CancellationToken))!;

    public async Task<IReadOnlyList<StockMovement>> LedgerAsync()
    {
        var all = new List<StockMovement>();
        string? after = null;
        do
        {
            var page = await Get<IMovementStore>().ListAsync(Tenant, new MovementQuery(), new PageRequest(500, after), TestContext.Current.CancellationToken);
            all.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        all.Reverse();
        return all;
    }

    public async Task<IReadOnlyList<AuditEntry>> AuditAsync(AuditOutcome? outcome = null) =>
        (await Get<IAuditLog>().ListAsync(Tenant, new AuditQuery(Outcome: outcome), new PageRequest(500), TestContext.Current.CancellationToken)).Items;

    private void Run(Action<IUnit> stage) =>
        Get<IUnitOfWork>().RunAsync(As(Actor.System), new Setup(), (unit, _) =>
        {
            stage(unit);
            return Task.FromResult("done");
        }).GetAwaiter().GetResult();

    private Actor Person(int number, Role role) => new(Id<PersonId>(number), [role], [PharmacyDepartment, WardDepartment]);

    private sealed record Setup : PharmacyCommand<string>
    {
        public override string Name => "test.setup";
    }
}
