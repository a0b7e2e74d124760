using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Sessions;

namespace Clinic.Transcription.InMemory;

/// <summary>Consent forms and decisions in memory.</summary>
internal sealed class InMemoryConsentStore(InMemoryCoordinator coordinator) : IConsentStore
{
    private readonly Dictionary<(TenantId Tenant, int Version), ConsentForm> forms = [];
    private readonly Dictionary<(TenantId Tenant, SessionId Session, int Sequence), ConsentDecision> decisions = [];

    public async Task<ConsentForm?> CurrentFormAsync(TenantId tenant, CancellationToken cancellationToken) =>
        await FormsAsync(tenant, cancellationToken).ConfigureAwait(false) is [var current, ..] ? current : null;

    public Task<ConsentForm?> FindFormAsync(TenantId tenant, int version, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => forms.GetValueOrDefault((tenant, version))));

    public Task<IReadOnlyList<ConsentForm>> FormsAsync(TenantId tenant, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ConsentForm>>(coordinator.Read(() => forms.Where(f => f.Key.Tenant == tenant).Select(f => f.Value).OrderByDescending(f => f.Version).ToList()));

    public Task<IReadOnlyList<ConsentDecision>> OfSessionAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ConsentDecision>>(
            coordinator.Read(() => decisions.Where(d => d.Key.Tenant == tenant && d.Key.Session == session).Select(d => d.Value).OrderBy(d => d.Sequence).ToList()));

    public Task<IReadOnlyList<ConsentDecision>> OfPatientAsync(TenantId tenant, PatientId patient, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ConsentDecision>>(coordinator.Read(() => decisions.Where(d => d.Key.Tenant == tenant && d.Value.Patient == patient).Select(d => d.Value)
            .OrderBy(d => d.At).ThenBy(d => d.Id.ToString(), StringComparer.Ordinal).ToList()));

    public void Add(IUnit unit, ConsentForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var tenant = unit.Context.Tenant;
        InMemoryUnit.Of(unit).Stage(c =>
        {
            if (form.Version > 1 && !forms.ContainsKey((tenant, form.Version - 1))) throw new ConcurrencyConflictException([ConsentForm.Fact(tenant)]);
            c.AddUnique(forms, (tenant, form.Version), form, ConsentForm.Fact(tenant));
        });
    }

    public void Add(IUnit unit, ConsentDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var tenant = unit.Context.Tenant;
        InMemoryUnit.Of(unit).Stage(c =>
        {
            var fact = TranscriptionSession.FactOf(decision.Session);
            if (decision.Sequence > 1 && !decisions.ContainsKey((tenant, decision.Session, decision.Sequence - 1))) throw new ConcurrencyConflictException([fact]);
            c.AddUnique(decisions, (tenant, decision.Session, decision.Sequence), decision, fact);
        });
    }
}
