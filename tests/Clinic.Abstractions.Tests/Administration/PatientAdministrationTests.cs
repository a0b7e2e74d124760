using Clinic.Abstractions.Administration;

namespace Clinic.Abstractions.Tests.Administration;

public class PatientAdministrationTests
{
    private static readonly PatientData Jose = new("José Muñoz", "cedula", "0912345678", "+593 99", ["penicilina"]);

    private readonly Office office = new();

    public static TheoryData<Role> Strangers { get; } = [.. Enum.GetValues<Role>().Except(PatientRights.Keepers).Where(r => r != Role.System)];

    public static TheoryData<Role> Keepers { get; } = [.. PatientRights.Keepers];

    [Theory]
    [MemberData(nameof(Keepers))]
    public async Task A_keeper_registers_and_revises(Role role)
    {
        var x = office.X(role);

        var added = await office.Patients.RegisterAsync(x, new RegisterPatient(Jose), Office.Stop);
        var repeated = await office.Patients.RegisterAsync(x, new RegisterPatient(Jose), Office.Stop);
        var revised = await office.Patients.ReviseAsync(office.X(role), new RevisePatient(added.Patient, 1, Jose with { Contact = null, Allergies = ["AINE"] }), Office.Stop);

        Assert.Equal((added, 2L), (repeated, revised.Version));
        var stored = (await office.PatientStore.FindAsync(Office.Tenant, added.Patient, Office.Stop))!;
        Assert.Equal(("José Muñoz", null, "AINE"), (stored.Name, stored.Contact, Assert.Single(stored.Allergies)));
        var audit = (await office.AuditAsync()).OrderBy(e => e.Action, StringComparer.Ordinal).ToList();
        Assert.Equal([("patient.registered", null), ("patient.revised", "contact, allergies")], audit.Select(e => (e.Action, e.Note)));
        Assert.All(audit, e => Assert.Equal(ClinicFacts.Patient(added.Patient), e.Subject));
    }

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task Nobody_else_registers_or_revises(Role role)
    {
        var added = await AddAsync(Jose);

        await Office.RefusedAsync(ClinicRules.RoleMissing, () => office.Patients.RegisterAsync(office.X(role), new RegisterPatient(new("Otro")), Office.Stop));
        await Office.RefusedAsync(ClinicRules.RoleMissing, () => office.Patients.ReviseAsync(office.X(role), new RevisePatient(added.Patient, 1, Jose), Office.Stop));

        Assert.Equal(1, (await office.PatientStore.FindAsync(Office.Tenant, added.Patient, Office.Stop))!.Version);
    }

    [Fact]
    public async Task Every_fault_is_named_at_once_and_nothing_of_what_was_typed()
    {
        await AddAsync(Jose);
        var bad = new PatientData(" Secreto", "cedula", null, new string('7', 201), ["Secreto\n", .. Enumerable.Repeat("polen", 50)]);

        var refused = await Office.RefusedAsync(ClinicRules.Malformed, () => office.Patients.RegisterAsync(office.X(Role.Nurse), new RegisterPatient(bad), Office.Stop));

        Assert.Equal(["name", "documentNumber", "contact", "allergies", "allergies[0]"], refused.Failures.Select(f => f.Facts["field"]));
        Assert.DoesNotContain("Secreto", refused.Message, StringComparison.Ordinal);
        var entry = (await office.AuditAsync()).Single(e => e.Outcome == AuditOutcome.Refused);
        Assert.DoesNotContain("Secreto", entry.Note, StringComparison.Ordinal);
        Assert.Equal("clinic.register-patient", new RegisterPatient(Jose).ToString());
        Assert.Equal(nameof(PatientData), Jose.ToString());
    }

    [Fact]
    public async Task The_largest_fields_are_taken()
    {
        var data = new PatientData(new string('n', 200), new string('k', 40), new string('d', 40), new string('c', 200), [.. Enumerable.Repeat(new string('a', 120), 50)]);

        Assert.Equal(1, (await AddAsync(data)).Version);
        Assert.Equal(1, (await AddAsync(new("n"))).Version);
    }

    [Fact]
    public async Task A_taken_document_is_refused_together_with_other_faults_and_names_nobody()
    {
        await AddAsync(Jose);
        var second = await AddAsync(new PatientData("Ana Ruiz", "cedula", "17"));

        var refused = await Office.RefusedAsync(ClinicRules.DocumentTaken, () => office.Patients.ReviseAsync(
            office.X(Role.Reception), new RevisePatient(second.Patient, 9, Jose with { Name = "" }), Office.Stop));

        Assert.Equal([ClinicRules.StaleVersion, ClinicRules.Malformed, ClinicRules.DocumentTaken], refused.Failures.Select(f => f.Code));
        Assert.Empty(refused.Failures[^1].Facts);
        Assert.DoesNotContain("0912345678", refused.Message, StringComparison.Ordinal);
        Assert.Contains("paciente", refused.Describe(refused.Failures[0], "es"), StringComparison.Ordinal);
        await office.Patients.ReviseAsync(office.X(Role.Reception), new RevisePatient(second.Patient, 1, Jose with { DocumentKind = "passport" }), Office.Stop);
    }

    [Fact]
    public async Task Two_desks_that_register_one_document_at_once_make_one_patient()
    {
        var both = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => TryAsync())));

        Assert.Single(both, done => done);
        Assert.Single(await office.PatientStore.SearchAsync(Office.Tenant, "jose munoz", 10, Office.Stop));

        async Task<bool> TryAsync()
        {
            try
            {
                await AddAsync(Jose);
                return true;
            }
            catch (ClinicRuleException e) when (e.Code == ClinicRules.DocumentTaken)
            {
                return false;
            }
        }
    }

    [Fact]
    public async Task An_unknown_patient_is_not_revised() =>
        await Office.RefusedAsync(ClinicRules.PatientUnknown, () => office.Patients.ReviseAsync(
            office.X(Role.Nurse), new RevisePatient(office.Ids.Next<PatientId>(), 1, Jose), Office.Stop));

    [Theory]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Cashier)]
    [InlineData(Role.Nurse)]
    public async Task Every_look_at_a_patient_is_in_the_audit(Role role)
    {
        var added = await AddAsync(Jose);
        var actor = office.X(role).Actor;

        var byId = await office.PatientInquiries.FindAsync(Office.Tenant, actor, "test", added.Patient, Office.Stop);
        var byDocument = await office.PatientInquiries.FindByDocumentAsync(Office.Tenant, actor, "test", "cedula", "0912345678", Office.Stop);

        Assert.Equal((added.Patient, "José Muñoz"), (byId.Id, byDocument.Name));
        var looks = (await office.AuditAsync()).Where(e => e.Action == "patient.read").ToList();
        Assert.Equal(2, looks.Count);
        Assert.All(looks, e => Assert.Equal((actor.Person, ClinicFacts.Patient(added.Patient), null), (e.Actor, e.Subject!.Value, e.Note)));
    }

    [Fact]
    public async Task Who_may_not_look_or_looks_for_nobody_is_refused_and_audited_without_the_document()
    {
        var added = await AddAsync(Jose);

        await Office.RefusedAsync(ClinicRules.RoleMissing, () => office.PatientInquiries.FindAsync(Office.Tenant, office.X(Role.Administrator).Actor, "test", added.Patient, Office.Stop));
        await Office.RefusedAsync(ClinicRules.PatientUnknown, () => office.PatientInquiries.FindAsync(Office.Tenant, office.X(Role.Nurse).Actor, "test", office.Ids.Next<PatientId>(), Office.Stop));
        await Office.RefusedAsync(ClinicRules.PatientUnknown, () => office.PatientInquiries.FindByDocumentAsync(Office.Tenant, office.X(Role.Nurse).Actor, "test", "cedula", "171717", Office.Stop));

        var refusals = (await office.AuditAsync()).Where(e => e.Outcome == AuditOutcome.Refused).ToList();
        Assert.Equal(3, refusals.Count);
        Assert.All(refusals, e => Assert.DoesNotContain("171717", e.Note, StringComparison.Ordinal));
    }

    private Task<PatientAnswer> AddAsync(PatientData data) => office.Patients.RegisterAsync(office.X(Role.Reception), new RegisterPatient(data), Office.Stop);
}
