using System.Text.Json.Nodes;
using Clinic.Abstractions;
using Microsoft.Extensions.DependencyInjection;

namespace Clinic.Storage.Remote.Tests;

/// <summary>What protects the data does so on a server as on a file.</summary>
public class ProtectionTests(Servers servers)
{
    private static readonly byte[] First = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly byte[] Second = [.. Enumerable.Range(100, 32).Select(i => (byte)i)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Generated_triggers_write_before_and_after_on_a_server()
    {
        await using var stores = await RemoteStores.MakeAsync(servers);
        var trail = stores.Get<ChangeTrail>();
        await trail.FollowAsync("patients", ChangeDetail.Full, Stop);
        var patient = Jose();

        await stores.CommitAsync(unit => stores.Get<IPatientStore>().Add(unit, patient));
        await stores.CommitAsync(unit => stores.Get<IPatientStore>().Save(unit, patient with { Name = "José Ñáñez", Version = 2 }));

        var changes = (await trail.ListAsync(stores.Tenant, "patients", [patient.Id.ToString()], PageRequest.First, Stop)).Items;
        Assert.Equal(["insert", "update"], changes.Select(c => c.Change));
        Assert.Equal(("José Muñoz", "José Ñáñez"), (Name(changes[1].Before), Name(changes[1].After)));
        var refused = await Assert.ThrowsAsync<TursoException>(() => stores.Database.WriteAsync("DELETE FROM changes", [], Stop));
        Assert.Equal(TursoErrorKind.Trigger, refused.Kind);
    }

    [Fact]
    public async Task Patients_are_encrypted_and_their_key_changes_on_a_server()
    {
        var server = await servers.SpacesAsync();
        var space = $"n{Guid.NewGuid():N}";
        await server.CreateNamespaceAsync(space);
        Patient[] patients = [.. Enumerable.Range(0, 130).Select(i => Jose() with { DocumentNumber = $"09-{i}" })];
        var tenant = await WithAsync(server.Url, space, "k1", async stores =>
        {
            foreach (var patient in patients) await stores.CommitAsync(unit => stores.Get<IPatientStore>().Add(unit, patient));
            return stores.Tenant;
        });

        await WithAsync(server.Url, space, "k2,k1", async stores =>
        {
            Assert.Equal(130, await stores.Get<FieldRotation>().EncryptAsync(Stop));
            Assert.Empty(await stores.Database.ListAsync("SELECT id FROM patients WHERE name NOT LIKE char(1) || 'f1:k2:%'", [], r => r.Text(0), Stop));
            return true;
        });

        await WithAsync(server.Url, space, "k2", async stores =>
        {
            foreach (var patient in patients.Take(3))
                Assert.Equal((patient.Name, patient.DocumentNumber), (await stores.Get<IPatientStore>().FindAsync(tenant, patient.Id, Stop)) is { } p ? (p.Name, p.DocumentNumber) : default);
            return true;
        });
        var wrong = await WithAsync(server.Url, space, "k1", s => Assert.ThrowsAsync<TursoException>(() => s.Get<IPatientStore>().FindAsync(tenant, patients[0].Id, Stop)));
        Assert.Contains("'k2'", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_in_the_sealed_audit_of_a_server_is_found_and_named()
    {
        await using var stores = await RemoteStores.MakeAsync(servers);
        var keys = AuditSealKeyRing.Random();
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => stores.CommitAsync(_ => { })));
        var job = ActivatorUtilities.CreateInstance<AuditSealingJob>(stores.Get<IServiceProvider>(), keys);
        await job.RunOnceAsync(stores.Tenant, Stop);
        var store = stores.Get<IAuditSealStore>();
        Assert.Empty((await AuditExport.VerifyAsync(store, stores.Tenant, keys, cancellationToken: Stop)).Damages);

        await stores.Database.WriteAsync("DROP TRIGGER audit_log_never_changes", [], Stop);
        await stores.Database.WriteAsync("UPDATE audit_log SET note = 'other' WHERE tenant_id = ?1 AND position = 7", [stores.Tenant.Value], Stop);

        var damage = Assert.Single((await AuditExport.VerifyAsync(store, stores.Tenant, keys, cancellationToken: Stop)).Damages);
        Assert.Equal((AuditDamageKind.Changed, 7L), (damage.Kind, damage.Position));
    }

    private static Patient Jose() => new(new PatientId(Guid.CreateVersion7()), "José Muñoz", "cedula", "0912345678", "+593 99", ["penicilina"], 1);

    private static string? Name(string? image) => image is null ? null : (string?)JsonNode.Parse(image)!["name"];

    private static async Task<T> WithAsync<T>(string url, string space, string keys, Func<RemoteStores, Task<T>> work)
    {
        var ids = keys.Split(',');
        var ring = new FieldKeyRing(ids[0], ids.ToDictionary(id => id, id => id == "k1" ? First : Second));
        await using var stores = await RemoteStores.MakeAsync(url, space, null, s => s.AddSingleton(ring));
        return await work(stores);
    }
}
