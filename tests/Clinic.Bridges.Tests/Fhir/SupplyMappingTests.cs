using Clinic.Abstractions;
using Clinic.Bridges.Fhir;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Requisitions;
using NodaTime;

namespace Clinic.Bridges.Tests.Fhir;

public class SupplyMappingTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/Guayaquil"];
    private static readonly Instant At = Instant.FromUtc(2026, 3, 2, 15, 0);
    private static readonly PresentationSnapshot Tablet = new(Id<PresentationId>(1), Id<MedicationId>(1), "PAR", "Paracetamol", UnitCode.Tablet, 0, [], [], true, null, null, false, 1);

    public static TheoryData<RequisitionStatus> Statuses => [.. Enum.GetValues<RequisitionStatus>()];

    [Theory]
    [MemberData(nameof(Statuses))]
    public void A_line_of_any_status_is_a_valid_SupplyRequest(RequisitionStatus status)
    {
        var request = SupplyMapping.Request(Requisition(status), 1, Tablet, Zone, new());

        FhirCheck.Holds(request);
        Assert.Equal(RequisitionFhir.SupplyRequestStatus(status), request["status"]!.GetValue<string>());
        Assert.Equal(("12", "{tbl}"), (request["quantity"]!["value"]!.ToJsonString(), request["quantity"]!["code"]!.GetValue<string>()));
        Assert.Equal("2026-03-02T10:00:00-05:00", request["authoredOn"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(10, 0, 0, true, "completed")]
    [InlineData(8, 2, 0, true, "completed")]
    [InlineData(0, 0, 0, false, "in-progress")]
    [InlineData(0, 0, 10, false, "abandoned")]
    public void A_lot_that_was_sent_is_a_valid_SupplyDelivery(int received, int damaged, int lost, bool isCounted, string status)
    {
        var sent = new RequisitionDelivery(
            new(Guid.CreateVersion7()), Id<PersonId>(2), At, [new(Id<LotId>(1), Tablet.Id, new(10, 0), new(received, 0), new(damaged, 0), new(lost, 0))],
            isCounted ? Id<PersonId>(3) : null, isCounted ? At : null);

        var delivery = SupplyMapping.Delivery(Requisition(RequisitionStatus.Dispatched) with { Deliveries = [sent] }, 1, 1, Tablet, Zone, new());

        FhirCheck.Holds(delivery);
        Assert.Equal(status, delivery["status"]!.GetValue<string>());
        Assert.Equal("10", delivery["suppliedItem"]!["quantity"]!["value"]!.ToJsonString());
        Assert.EndsWith("-1", delivery["basedOn"]![0]!["reference"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(damaged > 0, delivery["extension"]?.AsArray().Any(e => e!["url"]!.GetValue<string>().EndsWith("damaged", StringComparison.Ordinal)) ?? false);
    }

    private static RequisitionSnapshot Requisition(RequisitionStatus status) => new(
        new(Guid.CreateVersion7()), Id<SiteId>(1), Id<DepartmentId>(1), Id<LocationId>(1), Id<DepartmentId>(2), Id<LocationId>(2), RequisitionPriority.Urgent, new(2026, 3, 5),
        "reposición – Ñ", [new(Tablet.Id, new(12, 0), new(10, 0), "ajuste")], [],
        [new(RequisitionTrigger.Change, RequisitionStatus.Draft, Id<PersonId>(1), At), new(RequisitionTrigger.Submit, RequisitionStatus.Submitted, Id<PersonId>(1), At)],
        status, null, new(2026, 42), false, 2);

    private static TId Id<TId>(int number)
        where TId : struct, IClinicId<TId> => TId.From(new Guid(number, 9, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
}
