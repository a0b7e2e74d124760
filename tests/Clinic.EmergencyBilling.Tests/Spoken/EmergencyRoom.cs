using Clinic.Abstractions;
using Clinic.EmergencyBilling.Spoken;
using Clinic.EmergencyBilling.Stays;
using Clinic.Spoken;
using NodaTime;

namespace Clinic.EmergencyBilling.Tests.Spoken;

/// <summary>Patients of an emergency room with their open stays, and an interpreter that knows them.</summary>
internal sealed class EmergencyRoom : IStayLookup
{
    public const string Zone = "America/Guayaquil";

    private readonly List<StayPatient> patients = [];
    private readonly List<StayOfPatient> stays = [];
    private int count;

    /// <summary>14:30 on the wall.</summary>
    public Instant Now { get; set; } = Instant.FromUtc(2026, 3, 10, 19, 30, 15);

    public TenantId Tenant { get; } = new(Guid.CreateVersion7());

    public PersonId Speaker { get; } = new(Guid.CreateVersion7());

    public SpokenStayOptions Options { get; } = new();

    public int Lookups { get; private set; }

    public StayPatient Add(string name, string? document = null)
    {
        var patient = new StayPatient(new(Id()), name, document);
        patients.Add(patient);
        return patient;
    }

    public StayOfPatient Stay(StayPatient patient, StayStatus status = StayStatus.Running, Duration? ago = null, string zone = Zone, long version = 3)
    {
        var stay = new StayOfPatient(new(Id()), patient.Id, status, Now - (ago ?? Duration.FromHours(5)), zone, version);
        stays.Add(stay);
        return stay;
    }

    public void Change(StayOfPatient before, StayOfPatient after) => stays[stays.IndexOf(before)] = after;

    public StayPatient Here(string name, StayStatus status = StayStatus.Running, string? document = null)
    {
        var patient = Add(name, document);
        Stay(patient, status);
        return patient;
    }

    public Task<StayHearing> HearAsync(string text, SpokenLanguage? language = null, StayChoices? choices = null, decimal? confidence = null) =>
        new StayInterpreter(this, new Standing(this), Microsoft.Extensions.Options.Options.Create(new EmergencyBillingOptions()), Microsoft.Extensions.Options.Options.Create(Options))
            .InterpretAsync(new(Tenant, Speaker, text, language, confidence, choices), TestContext.Current.CancellationToken);

    public Task<IReadOnlyList<StayPatient>> SearchPatientsAsync(TenantId tenant, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        Lookups++;
        // Everybody who shares a word, or comes near it: more than what is certain does no harm.
        return Task.FromResult<IReadOnlyList<StayPatient>>(
            [.. patients.Where(p => tenant == Tenant && words.Any(w => $"{p.Name} {p.DocumentNumber}".Split(' ').Any(n => NameMatch.IsNear(FoldedText.Of(n), w) || n.Contains(w, StringComparison.Ordinal))))]);
    }

    public Task<StayPatient?> FindPatientAsync(TenantId tenant, PatientId patient, CancellationToken cancellationToken) =>
        Task.FromResult(patients.Find(p => tenant == Tenant && p.Id == patient));

    public Task<IReadOnlyList<StayOfPatient>> OpenStaysAsync(TenantId tenant, PatientId patient, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StayOfPatient>>([.. stays.Where(s => s.Patient == patient)]);

    private Guid Id() => new($"0190f0c0-0000-7000-8000-{++count:x12}");

    private sealed class Standing(EmergencyRoom room) : IClock
    {
        public Instant GetCurrentInstant() => room.Now;
    }
}
