using System.Text.Json;
using Clinic.Abstractions.InMemory;
using Clinic.Abstractions.Tests.Commands;
using NodaTime;

namespace Clinic.Abstractions.Tests.Credentials;

public sealed class CredentialVerifierTests
{
    private static readonly PersonId Ana = new(new Guid("00000000-0000-7000-8000-00000000000a"));
    private static readonly PersonId Stranger = new(new Guid("00000000-0000-7000-8000-00000000000b"));
    private static readonly CredentialOptions Options = new() { Iterations = 10, AttemptsPerPerson = 3, AttemptsPerDevice = 6, LockFor = Duration.FromMinutes(15) };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_right_secret_is_accepted_with_how_when_and_where()
    {
        var (desk, verify, _) = await Ready();

        var accepted = Assert.IsType<CredentialResult.Accepted>(await verify("4711", Ana, "ward-1"));

        Assert.Equal((Ana, CredentialKind.Pin, "ward-1"), (accepted.Person, accepted.Kind, accepted.Device));
        Assert.Equal(desk.Clock.Now.TruncateToMicroseconds(), accepted.At);
    }

    [Fact]
    public async Task Unknown_people_wrong_kinds_and_wrong_secrets_get_the_same_answer()
    {
        var (_, verify, _) = await Ready();

        var answers = new[] { await verify("0000", Ana, "d1"), await verify("4711", Stranger, "d2"), await verify(new string('4', 300), Ana, "d3"), await verify("", Ana, "d4") };

        Assert.All(answers, a => Assert.Equal(new CredentialResult.Refused(), a));
    }

    [Fact]
    public async Task A_person_is_locked_on_every_device_and_free_again_later()
    {
        var (desk, verify, _) = await Ready();
        for (var i = 0; i < 3; i++) Assert.IsType<CredentialResult.Refused>(await verify("0000", Ana, $"d{i}"));

        var locked = Assert.IsType<CredentialResult.Locked>(await verify("4711", Ana, "d9"));

        Assert.Equal(desk.Clock.Now.TruncateToMicroseconds() + Options.LockFor, locked.Until);
        desk.Clock.Advance(Options.LockFor + Duration.FromSeconds(1));
        Assert.IsType<CredentialResult.Accepted>(await verify("4711", Ana, "d9"));
        Assert.IsType<CredentialResult.Refused>(await verify("0000", Ana, "d9"));
    }

    [Fact]
    public async Task A_device_that_tries_many_people_is_locked()
    {
        var (_, verify, _) = await Ready();
        for (var i = 0; i < 6; i++) Assert.IsType<CredentialResult.Refused>(await verify("0000", new PersonId(Guid.CreateVersion7()), "d"));

        Assert.IsType<CredentialResult.Locked>(await verify("4711", Ana, "d"));
        Assert.IsType<CredentialResult.Accepted>(await verify("4711", Ana, "other"));
    }

    [Fact]
    public async Task A_success_clears_the_count()
    {
        var (_, verify, _) = await Ready();

        for (var round = 0; round < 5; round++)
        {
            await verify("0000", Ana, "d");
            await verify("0000", Ana, "d");
            Assert.IsType<CredentialResult.Accepted>(await verify("4711", Ana, "d"));
        }
    }

    [Fact]
    public async Task Attempts_at_once_do_not_slip_in_under_the_limit()
    {
        var (_, verify, _) = await Ready();

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => verify("0000", Ana, $"d{i}"))));

        Assert.Equal(3, answers.Count(a => a is CredentialResult.Refused));
        Assert.Equal(37, answers.Count(a => a is CredentialResult.Locked));
    }

    [Fact]
    public async Task Nothing_shows_a_secret()
    {
        var (desk, _, credential) = await Ready();
        var secret = new Secret("4711");

        Assert.Equal("***", secret.ToString());
        Assert.Equal("***", $"{secret}");
        Assert.DoesNotContain("4711", JsonSerializer.Serialize(secret), StringComparison.Ordinal);
        Assert.Equal($"Pin {credential.Id}", credential.ToString());
        foreach (var hidden in (byte[][])[credential.Hash.ToArray(), credential.Salt.ToArray()])
            Assert.DoesNotContain(Convert.ToHexString(hidden), credential.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("4711", string.Join(' ', await desk.AuditAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_secret_is_never_stored_the_same_twice()
    {
        var (_, _, a) = await Ready();
        var (_, _, b) = await Ready();

        Assert.False(a.Salt.Span.SequenceEqual(b.Salt.Span));
        Assert.False(a.Hash.Span.SequenceEqual(b.Hash.Span));
    }

    private static async Task<(Desk, Func<string, PersonId, string, Task<CredentialResult>>, Credential)> Ready()
    {
        var desk = new Desk();
        var store = new InMemoryCredentialStore(desk.Store);
        var people = new InMemoryPersonStore(desk.Store);
        await desk.NoteAsync(desk.As(), also: unit => people.Add(unit, new Person(Ana, "Ana", "ana", new HashSet<Role> { Role.Nurse }, new HashSet<DepartmentId>(), IsRetired: false, Version: 1)), ct: Ct);
        await desk.NoteAsync(desk.As(), also: unit => store.Save(unit, CredentialHasher.Make(desk.Ids.Next(), Ana, CredentialKind.Pin, new Secret("4711"), Options.Iterations, desk.Clock.Now)), ct: Ct);
        var verifier = new CredentialVerifier(store, people, desk.Keys, desk.Clock, Options);
        return (desk, (secret, person, device) => verifier.VerifyAsync(Desk.Tenant, person, CredentialKind.Pin, new Secret(secret), device, Ct), (await store.FindAsync(Desk.Tenant, Ana, CredentialKind.Pin, Ct))!);
    }
}
