using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tests.Kit;
using Clinic.Guards;
using static Clinic.EmergencyBilling.Stays.StayStatus;
using static Clinic.EmergencyBilling.Stays.StayTrigger;

namespace Clinic.EmergencyBilling.Tests.Stays;

/// <summary>Every status by every trigger, against tables of the tests' own.</summary>
public class StayLifecycleTests
{
    private static readonly Dictionary<(StayStatus, StayTrigger), StayStatus> Table = new()
    {
        [(Registered, Start)] = Running,
        [(Registered, Cancel)] = Cancelled,
        [(Registered, EnterInError)] = EnteredInError,
        [(Running, Pause)] = Paused,
        [(Running, Close)] = Closed,
        [(Running, Abandon)] = Closed,
        [(Running, StayTrigger.ChangeAcuity)] = Running,
        [(Running, StayTrigger.ChangePayer)] = Running,
        [(Running, StayTrigger.AddCarveOut)] = Running,
        [(Running, Transfer)] = Running,
        [(Running, EnterInError)] = EnteredInError,
        [(Paused, Resume)] = Running,
        [(Paused, Close)] = Closed,
        [(Paused, Abandon)] = Closed,
        [(Paused, StayTrigger.ChangeAcuity)] = Paused,
        [(Paused, StayTrigger.AddCarveOut)] = Paused,
        [(Paused, EnterInError)] = EnteredInError,
        [(Closed, Reopen)] = Running,
        [(Closed, StayTrigger.CorrectTime)] = Closed,
        [(Closed, StayTrigger.AddCarveOut)] = Closed,
        [(Closed, Invoice)] = Invoiced,
        [(Closed, MarkNotBillable)] = NotBillable,
        [(Closed, EnterInError)] = EnteredInError,
        [(Invoiced, Settle)] = Settled,
        [(Invoiced, Credit)] = Credited,
        [(Settled, Credit)] = Credited,
        [(Credited, Reopen)] = Running,
        [(Credited, StayTrigger.CorrectTime)] = Closed,
        [(Credited, MarkNotBillable)] = NotBillable,
        [(NotBillable, Reopen)] = Running,
    };

    private static readonly Dictionary<ClinicalStatus, string> Care = new()
    {
        [ClinicalStatus.Registered] = "Triage>Triaged BeginTreatment>InTreatment Depart>Departed Cancel>Cancelled",
        [ClinicalStatus.Triaged] = "Triage>Triaged BeginTreatment>InTreatment AwaitDisposition>AwaitingDisposition Depart>Departed Cancel>Cancelled",
        [ClinicalStatus.InTreatment] = "AwaitDisposition>AwaitingDisposition Depart>Departed",
        [ClinicalStatus.AwaitingDisposition] = "BeginTreatment>InTreatment Depart>Departed",
        [ClinicalStatus.Departed] = "Return>InTreatment",
        [ClinicalStatus.Cancelled] = "",
    };

    public static TheoryData<StayStatus, StayTrigger> Pairs { get; } =
        new(from status in Enum.GetValues<StayStatus>() from trigger in Enum.GetValues<StayTrigger>() select (status, trigger));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_trigger_moves_every_status_as_the_table_says(StayStatus status, StayTrigger trigger)
    {
        if (Table.TryGetValue((status, trigger), out var next))
        {
            Assert.Equal(next, StayLifecycle.Next(status, trigger));
            Assert.Contains(trigger, StayLifecycle.Allowed(status));
        }
        else
        {
            var e = Assert.Throws<EmergencyBillingException>(() => StayLifecycle.Next(status, trigger));
            Assert.Equal(EmergencyBillingRules.StayTransitionRefused, e.Code);
            Assert.DoesNotContain(trigger, StayLifecycle.Allowed(status));
        }
    }

    // The aggregate, reached for real in every status: what the table refuses leaves it as it was.
    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_stay_in_every_status_obeys_the_table(StayStatus status, StayTrigger trigger)
    {
        var stay = Reached(status);
        Assert.Equal(status, stay.Status);
        var failures = new Failures();

        var next = stay.Record(failures, trigger, AStay.Filled(stay, trigger, AStay.At(90)));

        if (Table.TryGetValue((status, trigger), out var expected))
        {
            Assert.Equal(0, failures.Count);
            Assert.Equal((expected, stay.Version + 1, stay.Events.Count + 1), (next.Status, next.Version, next.Events.Count));
            Assert.Equal(EmergencyStay.KindOf(trigger), next.Events[^1].Kind);
        }
        else
        {
            Assert.Same(stay, next);
            var codes = Assert.Throws<EmergencyBillingException>(failures.ThrowIfAny).Failures.Select(f => f.Code);
            Assert.Contains(codes, c => c is EmergencyBillingRules.StayTransitionRefused or EmergencyBillingRules.AlreadyClosed);
        }
    }

    [Fact]
    public void Care_moves_as_its_table_says_and_not_otherwise()
    {
        foreach (var status in Enum.GetValues<ClinicalStatus>())
        {
            var allowed = Care[status].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('>')).ToDictionary(p => p[0], p => p[1]);
            foreach (var trigger in Enum.GetValues<ClinicalTrigger>())
            {
                if (allowed.TryGetValue($"{trigger}", out var next)) Assert.Equal(next, $"{ClinicalLifecycle.Next(status, trigger)}");
                else Assert.Equal(EmergencyBillingRules.StayTransitionRefused, Assert.Throws<EmergencyBillingException>(() => ClinicalLifecycle.Next(status, trigger)).Code);
            }
        }
    }

    [Fact]
    public void Billing_never_holds_care_up()
    {
        foreach (var status in Enum.GetValues<StayStatus>().Where(s => s is not (Cancelled or EnteredInError)))
        {
            var stay = Reached(status).Care(ClinicalTrigger.Triage, 95).Care(ClinicalTrigger.BeginTreatment, 96).Care(ClinicalTrigger.AwaitDisposition, 97).Care(ClinicalTrigger.Depart, 98);
            Assert.Equal((ClinicalStatus.Departed, status), (stay.Clinical, stay.Status));
            Assert.Equal((ClinicalStatus.InTreatment, status), (stay.Care(ClinicalTrigger.Return, 99).Clinical, stay.Status));
        }
    }

    [Fact]
    public void A_cancelled_stay_ends_care_that_has_not_begun_and_no_other()
    {
        Assert.Equal(ClinicalStatus.Cancelled, AStay.Registered().Do(Cancel, 5).Clinical);
        Assert.Equal(ClinicalStatus.InTreatment, AStay.Registered().Care(ClinicalTrigger.BeginTreatment, 1).Do(Cancel, 5).Clinical);
    }

    internal static EmergencyStay Reached(StayStatus status) => status switch
    {
        Registered => AStay.Registered(),
        Running => AStay.Running(),
        Paused => AStay.Running().Do(Pause, 10),
        Closed => AStay.Closed(),
        Invoiced => AStay.Closed().Do(Invoice, 61),
        Settled => AStay.Closed().Do(Invoice, 61).Do(Settle, 62),
        Credited => AStay.Closed().Do(Invoice, 61).Do(Credit, 62),
        NotBillable => AStay.Closed().Do(MarkNotBillable, 61),
        Cancelled => AStay.Registered().Do(Cancel, 1),
        _ => AStay.Running().Do(EnterInError, 1),
    };
}
