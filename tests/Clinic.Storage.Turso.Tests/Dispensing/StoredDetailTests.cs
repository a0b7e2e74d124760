using Clinic.Abstractions;
using Clinic.Dispensing.HandOvers;
using Clinic.Dispensing.Products;
using Clinic.Dispensing.Tickets;
using Clinic.Storage.Turso.Dispensing;
using NodaTime;

namespace Clinic.Storage.Turso.Tests.Dispensing;

/// <summary>Detail as databases hold it: a change of these texts needs a migration.</summary>
public class StoredDetailTests
{
    private static readonly Guid Some = new("00000000-0000-7000-8000-000000000001");
    private static readonly AuthenticationRecord Proof = new(new(Some), CredentialKind.Badge, Some, Instant.FromUtc(2026, 3, 10, 15, 0), "M1");

    [Fact]
    public void A_product_is_kept_like_this() => Pinned(
        new DispensableProduct(new(Some), new(Some), "Morfina", MedicationClass.Controlled, UnitCode.Ampoule, 2, [new(new UnitCode("{box}"), 10)], new Quantity(2.50m, UnitCode.Millilitre), Duration.FromHours(24), [new("morphine", new(10, UnitCode.Milligram))]),
        """{"presentation":"ID","medication":"ID","name":"Morfina","class":"controlled","baseUnit":"{ampule}","scale":2,"units":[{"unit":"{box}","baseUnits":10}],"containerContent":{"value":2.50,"unit":"mL"},"beyondUse":"24:00:00","strengths":[{"ingredient":"morphine","amount":{"value":10,"unit":"mg"}}]}""",
        p => p with { Units = [], Strengths = [] });

    [Fact]
    public void An_attestation_is_kept_like_this() => Pinned(
        new AttestationRecord(Proof, Proof, "sin lector", Instant.FromUtc(2026, 3, 11, 15, 0)),
        """{"first":PROOF,"second":PROOF,"reason":"sin lector","confirmBy":"2026-03-11T15:00:00Z"}""");

    [Fact]
    public void What_was_handed_over_is_kept_like_this() => Pinned(
        new HandedOverPart(1, new(Some), Some, 0.5m, new Money(8.73267327m, Currency.Usd)),
        """{"line":1,"lot":"ID","posting":"ID","quantity":0.5,"cost":{"amount":8.73267327,"currency":"USD"}}""");

    [Fact]
    public void A_resolution_is_kept_like_this() => Pinned(
        new TicketResolution(TicketOutcome.Unexplained, "nadie lo sabe", new(Some), Instant.FromUtc(2026, 3, 11, 15, 0), Proof),
        """{"outcome":"unexplained","reason":"nadie lo sabe","by":"ID","at":"2026-03-11T15:00:00Z","approval":PROOF}""");

    [Fact]
    public void The_signatures_of_a_dispensation_are_kept_like_this() => Pinned(
        new DispensationDetail(new(new(Some), Instant.FromUtc(2026, 3, 10, 15, 0)), null, null, new("agotado", Instant.FromUtc(2026, 3, 11, 15, 0), new(Some), Instant.FromUtc(2026, 3, 10, 15, 0)), null, null, [new(Some)]),
        """{"authorised":{"by":"ID","at":"2026-03-10T15:00:00Z"},"hold":{"reason":"agotado","until":"2026-03-11T15:00:00Z","by":"ID","at":"2026-03-10T15:00:00Z"},"participants":["ID"]}""",
        d => d with { Participants = [] });

    private static void Pinned<T>(T detail, string text, Func<T, T>? withoutLists = null)
        where T : class
    {
        const string ProofText = """{"person":"ID","kind":"badge","credential":"ID","at":"2026-03-10T15:00:00Z","device":"M1"}""";
        var json = text.Replace("PROOF", ProofText, StringComparison.Ordinal).Replace("ID", Some.ToString(), StringComparison.Ordinal);

        Assert.Equal(json, DetailJson.Of(detail));
        Assert.Equal(json, DetailJson.Of(DetailJson.Read<T>(json)));
        withoutLists ??= d => d;
        Assert.Equal(withoutLists(detail), withoutLists(DetailJson.Read<T>(json)));
    }
}
