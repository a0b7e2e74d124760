using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.EmergencyBilling.Spoken;
using Clinic.EmergencyBilling.Stays;
using Clinic.Testing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Bridges.Tests.EmergencyBilling;

/// <summary>Names come from the patient directory and open stays from the store.</summary>
public sealed class EmergencyStayLookupTests : IAsyncDisposable
{
    private readonly FakeClock clock = new(Instant.FromUtc(2026, 3, 2, 15, 0));
    private readonly ServiceProvider services;
    private readonly TenantId tenant = new(Guid.CreateVersion7());
    private SiteId site;

    public EmergencyStayLookupTests() => services = new ServiceCollection().AddSingleton<IClock>(clock).AddClinicAdministration()
        .AddClinicEmergencyBilling().UseInMemory().UsePatientNames().Services.BuildServiceProvider();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task A_registered_patient_is_found_by_name_and_document_and_the_clock_is_started()
    {
        var patient = await PatientAsync("José Muñoz", "0912345678");
        await PatientAsync("Ana Ruiz", "0987654321");
        var stay = await RegisterAsync(patient);

        foreach (var whom in (string[])["José Muñoz", "jose munoz", "0912345678", "cédula 0912345678"])
        {
            var heard = Assert.IsType<StayHearing.Understood>(await HearAsync($"iniciar el conteo de {whom}"));
            Assert.Equal((patient, stay), (heard.Patient, heard.Command.Stay));
        }

        Assert.IsType<StayHearing.Impossible>(await HearAsync("iniciar el conteo de Ana Ruiz"));
        Assert.IsType<StayHearing.Unknown>(await HearAsync("iniciar el conteo de Nadie Ninguno"));
    }

    [Fact]
    public async Task A_cancelled_stay_is_not_open_and_another_clinic_knows_nobody()
    {
        var patient = await PatientAsync("José Muñoz", "0912345678");
        var stay = await RegisterAsync(patient);
        var lookup = services.GetRequiredService<IStayLookup>();
        Assert.Equal(stay, Assert.Single(await lookup.OpenStaysAsync(tenant, patient, Stop)).Id);

        await services.GetRequiredService<StayCorrections>().CancelAsync(X(Role.Supervisor), new CancelStay { Stay = stay, Reason = "no vino" }, Stop);

        Assert.Empty(await lookup.OpenStaysAsync(tenant, patient, Stop));
        var other = new TenantId(Guid.CreateVersion7());
        Assert.Empty(await lookup.SearchPatientsAsync(other, ["jose", "munoz"], Stop));
        Assert.Null(await lookup.FindPatientAsync(other, patient, Stop));
        Assert.NotNull(await lookup.FindPatientAsync(tenant, patient, Stop));
    }

    private Task<StayHearing> HearAsync(string text) =>
        services.GetRequiredService<StayInterpreter>().InterpretAsync(new(tenant, new PersonId(Guid.CreateVersion7()), text), Stop);

    private async Task<PatientId> PatientAsync(string name, string document) =>
        (await services.GetRequiredService<PatientAdministration>().RegisterAsync(X(Role.Reception), new(new(name, "cedula", document)), Stop)).Patient;

    private async Task<StayId> RegisterAsync(PatientId patient)
    {
        if (site == default) site = (await services.GetRequiredService<SiteAdministration>().AddAsync(X(Role.Administrator), new AddSite("Sede", "America/Guayaquil", Currency.Usd), Stop)).Id;
        return (await services.GetRequiredService<StayReception>().RegisterAsync(X(Role.Reception), new RegisterStay { Patient = patient }, Stop)).Stay;
    }

    private CommandContext X(Role role) =>
        new(tenant, site == default ? new SiteId(tenant.Value) : site, new Actor(new PersonId(Guid.CreateVersion7()), [role], []), "test", new CommandId(Guid.CreateVersion7()));
}
