using Clinic.Abstractions;
using Clinic.Pharmacy.Gs1;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>Things of the pharmacy with good defaults, for the cases.</summary>
internal static class PharmacySamples
{
    public static Duration Microsecond { get; } = Duration.FromTicks(10);

    public static Instant Now(this IClinicStores stores) => stores.Get<IClock>().GetCurrentInstant().TruncateToMicroseconds();

    public static Medication AMedication(this IClinicStores stores, string code) => Medication.Restore(new(
        stores.NewId<MedicationId>(), code, "Amoxicilina", null, null, null, null, "tablet",
        [new Ingredient("amoxicillin", new Quantity(500, UnitCode.Milligram))], ControlledClass.None, StorageConditions.Unstated, false, 1));

    public static Presentation APresentation(this IClinicStores stores, string code, params PresentationGtin[] gtins) => Presentation.Restore(new(
        stores.NewId<PresentationId>(), stores.NewId<MedicationId>(), code, "Amoxicilina 500 mg", UnitCode.Tablet, 2,
        [new PackLevel("blister", 10), new PackLevel("box", 10, false)], gtins, true, null, null, false, 1));

    public static LotSnapshot ALot(this IClinicStores stores, PresentationId? presentation = null, string number = "L1", LocalDate? expires = null, Instant? received = null) =>
        new(
            stores.NewId<LotId>(), presentation ?? stores.NewId<PresentationId>(), stores.NewId<SiteId>(), new LotNumber(number),
            expires is { } date ? new ExpirationDate(date) : null, new UnitCost(8.73267327m, Currency.Usd), 2, received ?? stores.Now(), "Distribuidora", null,
            null, LotStatus.Approved, 1);

    public static PresentationGtin AGtin(string digits, string? level = null) => new(Gtin.Parse(digits), level);

    /// <summary>A line of the ledger, now unless said.</summary>
    public static StockMovement AMovement(
        this IClinicStores stores, Lot lot, LocationId location, MovementDirection direction, long steps, MovementKind kind = MovementKind.Adjustment,
        Instant? occurred = null) => new()
        {
            Id = stores.NewId<MovementId>(),
            Posting = stores.NewId<PostingId>(),
            Line = 1,
            Kind = kind,
            Direction = direction,
            Presentation = lot.Presentation,
            Lot = lot.Id,
            Location = location,
            Quantity = new StockQuantity(steps, lot.Scale),
            UnitCost = lot.UnitCost,
            Occurred = occurred ?? stores.Now(),
            Recorded = stores.Now(),
            Actor = stores.NewId<PersonId>(),
        };

    /// <summary>Stores a lot with some of it at a location.</summary>
    public static async Task<(Lot Lot, LocationId Location)> LyingAsync(
        this IClinicStores stores, long steps, CancellationToken ct, PresentationId? presentation = null, LocationId? at = null)
    {
        var lot = Lot.Restore(stores.ALot(presentation));
        var location = at ?? stores.NewId<LocationId>();
        await stores.CommitAsync(unit =>
        {
            stores.Get<ILotStore>().Add(unit, lot);
            stores.Get<IStockStore>().Post(unit, stores.AMovement(lot, location, MovementDirection.In, steps, MovementKind.Receipt));
        }, ct).ConfigureAwait(false);
        return (lot, location);
    }

    public static Task PostAsync(this IClinicStores stores, CancellationToken ct, params StockMovement[] movements) => stores.CommitAsync(unit =>
    {
        foreach (var movement in movements) stores.Get<IStockStore>().Post(unit, movement);
    }, ct);

    public static async Task ExpectBalanceAsync(this IClinicStores stores, Lot lot, LocationId location, long onHand, long reserved, CancellationToken ct)
    {
        var lying = Check.Found(await stores.Get<IStockStore>().FindAsync(stores.Tenant, lot.Id, location, ct).ConfigureAwait(false), "The balance");
        Check.Equal((onHand, reserved), (lying.OnHand.Steps, lying.Reserved.Steps), "On hand and reserved");
        Check.Equal(0, (await stores.Get<IMovementStore>().DifferencesAsync(stores.Tenant, ct).ConfigureAwait(false)).Count, "Differences of ledger and balances");
    }

    public static Task ConflictsAsync(Func<Task> call, string what) => Check.ThrowsAsync<ConcurrencyConflictException>(call, what);
}
