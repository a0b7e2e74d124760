using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.HandOvers;
using Clinic.Dispensing.Products;
using Clinic.Dispensing.Returning;
using Clinic.Dispensing.Tickets;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>A dispensation in which every field holds something, so that a store that drops one is found.</summary>
internal static class FullDispensation
{
    public static DispensationSnapshot Of(IClinicStores stores)
    {
        var now = stores.Now();
        var lots = new[] { stores.NewId<LotId>(), stores.NewId<LotId>() };
        return new()
        {
            Id = stores.NewId<DispensationId>(),
            Site = stores.NewId<SiteId>(),
            From = stores.NewId<LocationId>(),
            Pharmacy = stores.NewId<DepartmentId>(),
            Target = new(stores.NewId<DepartmentId>(), CareArea.IntensiveCare, stores.NewId<PatientId>(), stores.NewId<EncounterId>()),
            Urgency = Urgency.Urgent,
            Status = DispenseStatus.OnHold,
            Accountability = AccountabilityStatus.UnderReview,
            Prescription = "R-1/Ñ",
            Refills = new(24, stores.NewId<DispensationId>(), 3),
            ValidUntil = now + PharmacySamples.Microsecond,
            Requested = stores.ASigned(),
            Authorised = stores.ASigned(),
            Prepared = stores.ASigned(),
            Checked = stores.ASigned(),
            Hold = new(DispensingSamples.HardText, now + Duration.FromHours(1), stores.NewId<PersonId>(), now),
            Ended = new(DispensingSamples.HardText, stores.NewId<PersonId>(), now),
            AuthoriseBy = now + Duration.FromHours(2),
            UseBy = now + Duration.FromHours(3),
            Closed = stores.ASigned(),
            Lines = [Line(stores, lots), stores.ALine(2) with { UsableThrough = new(2026, 12, 31), Quantity = 0.000001m, Asked = new(0.5000m, UnitCode.Each) }],
            HandOvers = [.. HandOvers(stores, lots)],
            Returns = [.. Returns(stores, lots)],
            Tickets = [.. Tickets(stores, lots)],
            Participants = [.. Enumerable.Range(0, 4).Select(_ => stores.NewId<PersonId>())],
            Version = 1,
        };
    }

    private static DispensationLine Line(IClinicStores stores, LotId[] lots)
    {
        var product = new DispensableProduct(
            stores.NewId<PresentationId>(), stores.NewId<MedicationId>(), DispensingSamples.HardText, MedicationClass.Controlled, UnitCode.Ampoule, 2,
            [new(new UnitCode("{box}"), 10), new(new UnitCode("{blister}"), 2.50m)], new Quantity(2.50m, UnitCode.Millilitre), Duration.FromHours(24),
            [new("morphine", new(10, UnitCode.Milligram), new Quantity(1, UnitCode.Millilitre)), new("water", new(0.125m, UnitCode.Millilitre))]);
        return new(
            1, product, new(2.0m, new UnitCode("{box}")), 20, DispensingSamples.HardText, new LocalDate(2026, 4, 1), true,
            new(stores.NewId<PresentationId>(), DispensingSamples.HardText, stores.NewId<PersonId>(), stores.Now()),
            [
                new(stores.AUuid(), lots[0], "L-1/Ñ", new LocalDate(2026, 6, 30), 1.25m, stores.ASigned(), true),
                new(stores.AUuid(), lots[0], "L-1/Ñ", null, 0.01m),
                new(stores.AUuid(), lots[1], "l-1/ñ", new LocalDate(2027, 1, 31), 9_000_000_000m, stores.ASigned()),
            ],
            [
                new(lots[0], "L-1/Ñ", new LocalDate(2026, 6, 30), [new(stores.NewId<HandOverId>(), stores.AUuid(), 4, 1.5m), new(stores.NewId<HandOverId>(), stores.AUuid(), 0.25m, 0)],
                    10.625m, 3.0001m, 3.75m, 0.5m, -0.0625m, 1, stores.Now(), stores.Now() + PharmacySamples.Microsecond, 1.4999m),
                new(lots[1], "l-1/ñ", null, [new(stores.NewId<HandOverId>(), stores.AUuid(), 2, 0)], 5, 0, 0, 0, 2, 0, stores.Now()),
            ]);
    }

    private static IEnumerable<HandOverRecord> HandOvers(IClinicStores stores, LotId[] lots)
    {
        var cost = new Money(8.73267327m, Currency.Usd);
        yield return new(
            stores.NewId<HandOverId>(), stores.Now(), stores.NewId<PersonId>(), stores.NewId<PersonId>(), stores.AProof(CredentialKind.Pin), null, stores.AProof(),
            stores.NewId<AttachmentId>(), [new(1, lots[0], stores.AUuid(), 4, cost), new(1, lots[1], stores.AUuid(), 0.25m, cost)]);
        yield return stores.AnAttested(stores.Now() + Duration.FromHours(24), stores.AProof());
        yield return stores.AnAttested(stores.Now() + Duration.FromHours(25)) with { Parts = [new(2, lots[1], stores.AUuid(), 2, cost)] };
    }

    private static IEnumerable<ReturnRecord> Returns(IClinicStores stores, LotId[] lots)
    {
        yield return new(
            stores.NewId<ReturnId>(), 1, lots[0], 3.5m, ReturnCondition.Doubtful, DispensingSamples.HardText, stores.ASigned(), 3.75m, stores.ASigned(),
            stores.NewId<LocationId>());
        yield return new(stores.NewId<ReturnId>(), 1, lots[0], 1, ReturnCondition.Unopened, "sobrante", stores.ASigned());
        yield return new(stores.NewId<ReturnId>(), 1, lots[1], 0.5m, ReturnCondition.Opened, "sobrante", stores.ASigned(), 0, stores.ASigned());
    }

    private static IEnumerable<Ticket> Tickets(IClinicStores stores, LotId[] lots)
    {
        yield return new(
            stores.NewId<TicketId>(), TicketKind.DoseBeyondDelivered, 1, lots[0], -0.0625m, stores.NewId<PersonId>(), stores.Now(), stores.NewId<PersonId>(),
            stores.Now() + Duration.FromDays(1), 2,
            [
                new(stores.NewId<PersonId>(), stores.Now(), DispensingSamples.HardText, stores.NewId<AttachmentId>()),
                new(stores.NewId<PersonId>(), stores.Now() + PharmacySamples.Microsecond, "otra"),
            ],
            new(TicketOutcome.Unexplained, DispensingSamples.HardText, stores.NewId<PersonId>(), stores.Now(), stores.AProof()));
        yield return stores.ATicket(TicketKind.MissingWitness) with { Line = 2, Amount = 1.5m };
    }
}
