using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.Api.Binding;
using Clinic.Api.Commands;
using Clinic.Hosts;

namespace Clinic.Api.Demo;

/// <summary>Makes a demo site and demo people in Development, while the clinic has nobody else.</summary>
/// <remarks>Each step has a command id of its own that never changes, so starting again does nothing twice.</remarks>
internal sealed class DemoClinic(
    SiteAdministration sites, PeopleAdministration people, IPersonDirectory directory, ICommitStore commits, IUnitOfWork work, IPatientStore patients,
    ClinicSettings settings, ILogger<DemoClinic> logger)
    : IHostedService
{
    private const string FirstStep = "administrator";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await IsMineAsync(cancellationToken)) return;
        var (administrator, others) = (DemoPeople.All[0], DemoPeople.All.Skip(1));
        var password = new Secret(DemoPeople.Password);
        await people.AddFirstAsync(Step(FirstStep), new AddFirstAdministrator(administrator.Name, administrator.SignIn, password), cancellationToken);
        var departments = await PlacesAsync(cancellationToken);
        foreach (var other in others) await PersonAsync(other, departments, password, cancellationToken);
        await work.RunAsync(Step("patient"), new AddDemoPatient(), (unit, _) => Task.FromResult(Patient(unit)), cancellationToken);
        HostLog.DemoPeople(logger, DemoPeople.Password, string.Join(", ", DemoPeople.All.Select(p => p.SignIn)));
    }

    /// <summary>The id of the demo patient of a clinic.</summary>
    public static PatientId PatientOf(TenantId tenant) => new(StepIds.Of("demo", tenant, "patient").Value);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Either nobody is there yet, or the demo began here before and may not have come to its end.
    private async Task<bool> IsMineAsync(CancellationToken ct)
    {
        if (await commits.FindCommandAsync(settings.Tenant, Id(FirstStep), ct) is not null) return true;
        return (await directory.ListAsync(settings.Tenant, new PageRequest(1), ct)).Items.Count == 0;
    }

    private async Task PersonAsync(DemoPerson person, IReadOnlyList<DepartmentId> departments, Secret password, CancellationToken ct)
    {
        var (signIn, name, role, pin, badge) = person;
        var id = (await people.AddAsync(Step(signIn), new AddPerson(name, signIn, [role], departments, password), ct)).Person;
        if (pin is not null) await people.SetAsync(Step($"{signIn} pin"), new SetCredential(id, CredentialKind.Pin, new Secret(pin)), ct);
        if (badge is not null) await people.SetAsync(Step($"{signIn} badge"), new SetCredential(id, CredentialKind.Badge, new Secret(badge)), ct);
    }

    private PatientId Patient(IUnit unit)
    {
        var id = PatientOf(settings.Tenant);
        patients.Add(unit, new Patient(id, "Paula Paz", "demo", "0000000001", null, [], 1));
        unit.Audit("patient.added", new FactKey("core.patient", id.Value));
        return id;
    }

    private async Task<IReadOnlyList<DepartmentId>> PlacesAsync(CancellationToken ct)
    {
        var site = (await sites.AddAsync(Step("site"), new AddSite("Clínica de demostración", "America/Guayaquil", Currency.Usd), ct)).Id;
        var pharmacy = (await sites.AddAsync(Step("pharmacy"), new AddDepartment(site, "Farmacia"), ct)).Id;
        var emergency = (await sites.AddAsync(Step("emergency"), new AddDepartment(site, "Emergencia"), ct)).Id;
        await sites.AddAsync(Step("main store"), new AddLocation(site, pharmacy, "Bodega de farmacia", LocationKind.Store, true), ct);
        await sites.AddAsync(Step("emergency store"), new AddLocation(site, emergency, "Botiquín de emergencia", LocationKind.Store, true), ct);
        await sites.AddAsync(Step("quarantine"), new AddLocation(site, pharmacy, "Cuarentena", LocationKind.Quarantine, false), ct);
        await sites.AddAsync(Step("transit"), new AddLocation(site, pharmacy, "En tránsito", LocationKind.Transit, false), ct);
        return [pharmacy, emergency];
    }

    private CommandContext Step(string name) => ClinicCommand.Of(settings.Tenant, Actor.System, "demo", Id(name));

    private CommandId Id(string name) => StepIds.Of("demo", settings.Tenant, name);

    private sealed record AddDemoPatient : ICommand<PatientId>
    {
        public string Name => "demo.add-patient";

        public void Describe(IPayloadWriter payload) => payload.Write("content", "patient");
    }
}
