using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.Adjusting;
using Clinic.Pharmacy.Counting;
using Clinic.Pharmacy.CountSessions;
using Clinic.Pharmacy.Imports;
using Clinic.Pharmacy.Issuing;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Recalls;
using Clinic.Pharmacy.Receiving;
using Clinic.Pharmacy.Requisitions;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Returning;
using Clinic.Pharmacy.Reversing;
using Clinic.Pharmacy.Sales;
using Clinic.Pharmacy.Sales.Invoices;
using Clinic.Pharmacy.Sales.Shifts;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.SupplierReturns;
using Clinic.Pharmacy.Tests.Kit;
using Clinic.Pharmacy.Transfers;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Rules;

/// <summary>What a repetition answers is read from JSON, so every answer must come back from it unchanged.</summary>
public sealed class AnswerTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 3, 10, 15, 4) + Duration.FromTicks(1_234_560);
    private static readonly LotId Lot = Hospital.Id<LotId>(1);
    private static readonly PresentationId Product = Hospital.Id<PresentationId>(2);
    private static readonly UnitCost Cost = new(8.73267327m, Currency.Usd);
    private static readonly TransferLine Sent = new(Lot, Product, new(600, 2), new(100, 2), new(0, 2));

    private static readonly object[] Answers =
    [
        new CatalogueAnswer<MedicationId>(Hospital.Id<MedicationId>(1), 3),
        new CatalogueAnswer<PresentationId>(Product, 1),
        new CatalogueAnswer<PriceListId>(Hospital.Id<PriceListId>(1), 2),
        new CatalogueAnswer<SpecialPriceId>(Hospital.Id<SpecialPriceId>(1), 1),
        new CatalogueAnswer<StockLevelId>(Hospital.Id<StockLevelId>(1), 1),
        new RequisitionAnswer(Hospital.Id<RequisitionId>(1), RequisitionStatus.Draft, null, 1, null, []),
        new RequisitionAnswer(Hospital.Id<RequisitionId>(1), RequisitionStatus.Received, "2026-000042", 7, Hospital.Id<TransferId>(1), [Lot]),
        new CatalogueAnswer<TaxGroupId>(Hospital.Id<TaxGroupId>(1), 1),
        new ReceiveAnswer(Hospital.Id<ReceiptId>(1), Hospital.Id<PostingId>(2),
        [
            new(Lot, Product, new LotNumber("ÑÚ\"<1>"), ExpirationDate.EndOf(new YearMonth(2027, 2)), new(101_000, 2), Cost, new(-0.0000027m, Currency.Usd), LotStatus.Approved),
            new(Lot, Product, new LotNumber("B"), null, new(0, 0), new(0, Currency.Of("CLP")), new(0.00m, Currency.Eur), LotStatus.Recalled),
        ]),
        new IssueAnswer(Hospital.Id<PostingId>(2), [new(Product, [new(Hospital.Id<MovementId>(1), Lot, new LotNumber("A"), new ExpirationDate(new(2027, 6, 30)), new(5, 0), Cost)], new(1, 0), true)], new(43.66336635m, Currency.Usd)),
        new ReturnAnswer(Hospital.Id<PostingId>(2), new(1_000_000_000_000_000_000, 6), new(1, 6)),
        new AdjustAnswer(Hospital.Id<PostingId>(2), new(10, 1), new(8.732673270m, Currency.Usd)),
        new CountAnswer(Hospital.Id<CountId>(1), null, new(10, 0), new(7, 0), new(-3, 0)),
        new CountAnswer(Hospital.Id<CountId>(1), Hospital.Id<PostingId>(2), new(1000, 3), new(1, 3), new(-999, 3)),
        new ReserveAnswer(Hospital.Id<ReservationId>(1), [new(Lot, Hospital.Id<LocationId>(1), new(5, 0))], new(0, 0), false, At),
        new ReleaseAnswer(Hospital.Id<ReservationId>(1), ReservationStatus.Released),
        new ExpireAnswer(7),
        new DispatchAnswer(Hospital.Id<TransferId>(1), Hospital.Id<PostingId>(2), [Sent], 1),
        new ArrivalAnswer(Hospital.Id<TransferId>(1), Hospital.Id<PostingId>(2), [Sent], TransferStatus.InTransit, 2),
        new MoveAnswer(Hospital.Id<PostingId>(2), new(5, 0)),
        new ReverseAnswer(Hospital.Id<PostingId>(2), Hospital.Id<PostingId>(3), 2),
        new LotStatusAnswer(Lot, LotStatus.OnHold, 2),
        new RecallAnswer([Lot], [], new(5, 0), new(-1, 0)),
        new CatalogueAnswer<Clinic.Pharmacy.Alerts.AlertRuleId>(Hospital.Id<Clinic.Pharmacy.Alerts.AlertRuleId>(1), 2),
        new Clinic.Pharmacy.Alerts.AlertAnswer(Hospital.Id<Clinic.Pharmacy.Alerts.AlertId>(1), Clinic.Pharmacy.Alerts.AlertStatus.Escalated, 3),
        new Clinic.Pharmacy.Alerts.AlertScanAnswer(2, 1),
        new ImportAnswer(3, 2, 1, 0),
        new Clinic.Pharmacy.Packs.PackAnswer("07861234500017", "Sa+1", Clinic.Pharmacy.Packs.PackState.Active),
        new CountSessionAnswer(Hospital.Id<CountSessionId>(1), CountSessionStatus.Recounting, 2, 5, 1, 7),
        new CountApproval(Hospital.Id<CountSessionId>(1), [new CountAnswer(Hospital.Id<CountId>(1), Hospital.Id<PostingId>(2), new(10, 0), new(7, 0), new(-3, 0))], 8),
        new CountDueRaised(Lot, At),
        true,
        new RecallCampaignAnswer(Hospital.Id<RecallCampaignId>(1), RecallCampaignStatus.Open, [Lot], 3, 2, 4),
        new RecallNoticeAnswer(Hospital.Id<RecallNoticeId>(1), RecallNoticeStatus.Answered, 3),
        new SupplierReturnAnswer(Hospital.Id<SupplierReturnId>(1), SupplierReturnStatus.Credited, new(8.73267327m, Currency.Usd), Hospital.Id<PostingId>(2), new(-0.73267327m, Currency.Usd), 4),
        new BasketAnswer(
            new(Guid.CreateVersion7()), 1,
            new(new(Hospital.Id<PriceListId>(1), "PUB", 2, null), [new(PricePer.Pack("box"), 100, 1, 12.5m, 13m, null, false)], new(12.50m, Currency.Usd), new(0.50m, Currency.Usd),
                [new("IVA15", 15, false, new(12.50m, Currency.Usd), new(1.88m, Currency.Usd))], new(14.38m, Currency.Usd)),
            new(14.38m, Currency.Usd), 3, [new(SaleWarningKind.StockShort, Product, "2")], At),
        new SaleAnswer(
            new(Guid.CreateVersion7()), SaleStatus.Completed, new(14.40m, Currency.Usd), new(0.02m, Currency.Usd), new(5.60m, Currency.Usd), new(0, Currency.Usd),
            new InvoiceId(Guid.CreateVersion7()), 4),
        new ShiftAnswer(
            new(Guid.CreateVersion7()), ShiftStatus.Closed, [new(PaymentKind.Cash, new(10, Currency.Usd), new(1, Currency.Usd), 3, new(28, Currency.Usd), new(29, Currency.Usd))], 5),
        new InvoiceAnswer(new(Guid.CreateVersion7()), InvoiceStatus.Rejected, 2),
        new InvoiceNumber(InvoiceKind.CreditNote, "001-001", 123, new(Guid.CreateVersion7()), At),
    ];

    public static TheoryData<string> Types => [.. Commands.Select(c => AnswerOf(c).ToString()).Distinct()];

    private static IEnumerable<Type> Commands => typeof(PharmacyRules).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && IsCommand(t.BaseType));

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_answer_comes_back_from_its_json(string type)
    {
        var examples = Answers.Where(a => a.GetType().ToString() == type).ToList();

        Assert.NotEmpty(examples);
        foreach (var answer in examples)
        {
            var text = JsonSerializer.Serialize(answer, answer.GetType(), ClinicJson.Options);
            var back = JsonSerializer.Deserialize(text, answer.GetType(), ClinicJson.Options)!;
            Assert.Equivalent(answer, back, strict: true);
            Assert.Equal(text, JsonSerializer.Serialize(back, answer.GetType(), ClinicJson.Options));
        }
    }

    [Fact]
    public void Every_command_has_a_name_of_its_own_and_shows_nothing_else()
    {
        Assert.Equal(Commands.Count(), Commands.Select(NameOf).Distinct().Count());
        Assert.All(Commands, c => Assert.StartsWith("pharmacy.", NameOf(c), StringComparison.Ordinal));
        Assert.Equal("pharmacy.release-reservation", new ReleaseReservation(Hospital.Id<ReservationId>(1), "paciente Juan").ToString());
    }

    [Theory]
    [InlineData("{\"from\":null,\"lines\":[]}")]
    [InlineData("{\"from\":\"00000001-0007-7000-8000-000000000001\",\"lines\":null}")]
    [InlineData("{\"from\":\"\",\"lines\":[]}")]
    [InlineData("{\"lines\":[]}")]
    [InlineData("{\"from\":\"00000001-0007-7000-8000-000000000001\",\"lines\":[{\"presentation\":\"x\"}]}")]
    [InlineData("{\"from\":\"00000001-0007-7000-8000-000000000001\",\"policy\":{\"order\":9}}")]
    public void A_command_that_lacks_something_is_refused_by_the_reader(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<IssueStock>(json, ClinicJson.Options));

    private static bool IsCommand(Type? type) => type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(PharmacyCommand<>);

    private static Type AnswerOf(Type command) => command.BaseType!.GetGenericArguments()[0];

    private static string NameOf(Type command) =>
        (string)command.GetProperty("Name")!.GetValue(System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(command))!;
}
