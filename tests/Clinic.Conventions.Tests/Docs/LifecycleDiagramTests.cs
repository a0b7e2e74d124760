using System.Text.RegularExpressions;
using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.EmergencyBilling.Alerts;
using Clinic.EmergencyBilling.Stays;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Requisitions;
using Clinic.Pharmacy.Sales;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Sessions;

namespace Clinic.Conventions.Tests.Docs;

/// <summary>The diagrams in the docs are the machines in the code.</summary>
public sealed partial class LifecycleDiagramTests
{
    private static readonly bool[] Either = [false, true];

    [Fact]
    public void The_diagram_of_a_lot_has_exactly_the_edges_of_its_machine() => Assert.Equal(OfLots().Order(), Drawn("pharmacy.md", 0).Order());

    [Fact]
    public void The_diagram_of_a_sale_has_exactly_the_edges_of_its_machine() => Assert.Equal(OfSales().Order(), Drawn("sales.md", 0).Order());

    [Fact]
    public void The_diagram_of_dispense_has_exactly_the_edges_of_its_machine() => Assert.Equal(OfDispense().Distinct().Order(), Drawn("dispensing.md", 0).Order());

    [Fact]
    public void The_diagram_of_accountability_has_exactly_the_edges_of_its_machine() => Assert.Equal(OfAccountability().Distinct().Order(), Drawn("dispensing.md", 1).Order());

    [Fact]
    public void The_diagram_of_a_requisition_has_exactly_the_edges_of_its_machine() => Assert.Equal(OfRequisitions().Distinct().Order(), Drawn("requisitions.md", 0).Order());

    [Fact]
    public void The_diagram_of_a_stay_has_exactly_the_edges_of_its_machine() => Assert.Equal(OfStays().Order(), Drawn("stays.md", 0).Order());

    [Fact]
    public void The_diagram_of_care_has_exactly_the_edges_of_its_machine() => Assert.Equal(OfCare().Order(), Drawn("stays.md", 1).Order());

    [Fact]
    public void The_diagram_of_an_alert_of_a_stay_has_exactly_the_edges_of_its_machine() => Assert.Equal(OfStayAlerts().Order(), Drawn("emergency-alerts.md", 0).Order());

    [Fact]
    public void The_diagram_of_a_session_has_exactly_the_edges_of_its_machine() => Assert.Equal(OfSessions().Order(), Drawn("transcription-sessions.md", 0).Order());

    [Fact]
    public void The_diagram_of_a_report_has_exactly_the_edges_of_its_machine() => Assert.Equal(OfReports().Order(), Drawn("transcription-reports.md", 0).Order());

    private static IEnumerable<(string From, string Trigger, string To)> Drawn(string page, int diagram) =>
        Edge().Matches(Diagram().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", page)))[diagram].Value)
            .Select(m => (m.Groups[1].Value, m.Groups[3].Value, m.Groups[2].Value));

    private static IEnumerable<(string From, string Trigger, string To)> OfStays() =>
        from status in Enum.GetValues<StayStatus>()
        from trigger in StayLifecycle.Allowed(status)
        select ($"{status}", $"{trigger}", $"{StayLifecycle.Next(status, trigger)}");

    private static IEnumerable<(string From, string Trigger, string To)> OfStayAlerts() =>
        from status in Enum.GetValues<StayAlertStatus>()
        from trigger in StayAlertLifecycle.Allowed(status)
        select ($"{status}", $"{trigger}", $"{StayAlertLifecycle.Next(status, trigger)}");

    private static IEnumerable<(string From, string Trigger, string To)> OfSessions() =>
        from status in Enum.GetValues<SessionStatus>()
        from trigger in SessionLifecycle.Allowed(status)
        select ($"{status}", $"{trigger}", $"{SessionLifecycle.Next(status, trigger)}");

    private static IEnumerable<(string From, string Trigger, string To)> OfReports() =>
        from status in Enum.GetValues<ReportStatus>()
        from trigger in ReportLifecycle.Allowed(status)
        select ($"{status}", $"{trigger}", $"{ReportLifecycle.Next(status, trigger)}");

    private static IEnumerable<(string From, string Trigger, string To)> OfCare() =>
        from status in Enum.GetValues<ClinicalStatus>()
        from trigger in ClinicalLifecycle.Allowed(status)
        select ($"{status}", $"{trigger}", $"{ClinicalLifecycle.Next(status, trigger)}");

    private static IEnumerable<(string From, string Trigger, string To)> OfRequisitions() =>
        from status in Enum.GetValues<RequisitionStatus>()
        from paused in status == RequisitionStatus.Suspended ? [RequisitionStatus.Submitted, RequisitionStatus.Approved, RequisitionStatus.Picking] : new RequisitionStatus?[] { null }
        from trigger in RequisitionLifecycle.Allowed(status, paused)
        select ($"{status}", $"{trigger}", $"{RequisitionLifecycle.Next(new(Guid.Parse("01900000-0000-7000-8000-000000000001")), status, paused, trigger)}");

    private static IEnumerable<(string From, string Trigger, string To)> OfLots()
    {
        var lot = new LotId(Guid.Parse("01900000-0000-7000-8000-000000000001"));
        foreach (var status in Enum.GetValues<LotStatus>())
        {
            foreach (var trigger in Enum.GetValues<LotTrigger>())
            {
                if (LotLifecycle.Allowed(status).Contains(trigger)) yield return ($"{status}", $"{trigger}", $"{LotLifecycle.Next(lot, status, trigger)}");
                else Assert.Equal(PharmacyRules.LotTransitionRefused, Assert.Throws<PharmacyException>(() => LotLifecycle.Next(lot, status, trigger)).Code);
            }
        }
    }

    private static IEnumerable<(string From, string Trigger, string To)> OfSales() =>
        from status in Enum.GetValues<SaleStatus>()
        from trigger in SaleLifecycle.Allowed(status)
        select ($"{status}", $"{trigger}", $"{SaleLifecycle.Next(new SaleId(Guid.Parse("01900000-0000-7000-8000-000000000001")), status, trigger)}");

    private static IEnumerable<(string From, string Trigger, string To)> OfDispense() =>
        from status in Enum.GetValues<DispenseStatus>()
        from urgent in Either
        from authorised in Either
        from part in Either
        let facts = new DispenseFacts(urgent, authorised, part)
        from trigger in DispenseLifecycle.Allowed(status, facts)
        select ($"{status}", $"{trigger}", $"{DispenseLifecycle.Next(status, trigger, facts)}");

    private static IEnumerable<(string From, string Trigger, string To)> OfAccountability() =>
        from status in Enum.GetValues<AccountabilityStatus>()
        from others in Either
        from settled in Either
        where !(others && settled)
        from difference in Either
        let facts = new AccountabilityFacts(others, settled, difference)
        from trigger in AccountabilityLifecycle.Allowed(status, facts)
        select ($"{status}", $"{trigger}", $"{AccountabilityLifecycle.Next(status, trigger, facts)}");

    [GeneratedRegex("```mermaid.*?```", RegexOptions.Singleline)]
    private static partial Regex Diagram();

    [GeneratedRegex(@"^ +(\w+) --> (\w+) : (\w+)$", RegexOptions.Multiline)]
    private static partial Regex Edge();
}
