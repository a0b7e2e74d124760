using Clinic.Abstractions;
using Microsoft.Extensions.DependencyInjection;

namespace Clinic.Storage.Turso.Tests;

public class AttachmentTests
{
    private static readonly byte[] Photo = [0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4];
    private static readonly FactKey Subject = new("test.hand-over", Guid.CreateVersion7());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("UPDATE attachments SET media_type = 'text/html'")]
    [InlineData("UPDATE attachments SET content = x'00'")]
    [InlineData("DELETE FROM attachments")]
    public async Task Attachments_neither_change_nor_go(string sql)
    {
        await using var stores = await TursoStores.MakeAsync();
        await StageAsync(stores, Attachments(stores), Subject);

        var e = await Assert.ThrowsAsync<TursoException>(() => stores.Source.WriteAsync(sql, [], Stop));

        Assert.Contains("append-only", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("subject_id = '0190f0c0-0000-7000-8000-000000000001'")]
    [InlineData("subject_kind = 'test.other'")]
    [InlineData("tenant_id = '0190f0c0-0000-7000-8000-000000000002'")]
    [InlineData("kind = 'document'")]
    [InlineData("media_type = 'text/html'")]
    [InlineData("length = 7")]
    [InlineData("sha256 = replace(sha256, substr(sha256, 1, 1), 'x')")]
    [InlineData("made_at = made_at + 1")]
    [InlineData("made_by = '0190f0c0-0000-7000-8000-000000000003'")]
    [InlineData("content = substr(content, 1, length(content) - 1)")]
    [InlineData("content = x''")]
    public async Task Whoever_may_write_into_the_file_changes_nothing_unseen(string change)
    {
        await using var stores = await TursoStores.MakeAsync();
        var attachments = Attachments(stores);
        var id = await StageAsync(stores, attachments, Subject);
        await ForceAsync(stores, $"UPDATE attachments SET {change}");
        var tenant = change.StartsWith("tenant_id", StringComparison.Ordinal) ? TenantId.Parse("0190f0c0-0000-7000-8000-000000000002") : stores.Tenant;

        var refused = await Assert.ThrowsAsync<ClinicRuleException>(() => attachments.OpenAsync(tenant, id, Stop));

        Assert.Equal(ClinicRules.AttachmentNotGenuine, refused.Code);
    }

    [Fact]
    public async Task Contents_of_two_rows_do_not_pass_for_each_other()
    {
        await using var stores = await TursoStores.MakeAsync();
        var attachments = Attachments(stores);
        var (one, two) = (await StageAsync(stores, attachments, Subject), await StageAsync(stores, attachments, Subject));
        await ForceAsync(stores, "CREATE TABLE swapped AS SELECT id, content FROM attachments");
        await ForceAsync(stores, "UPDATE attachments SET content = (SELECT s.content FROM swapped s WHERE s.id <> attachments.id)");

        foreach (var id in (AttachmentId[])[one, two])
            Assert.Equal(ClinicRules.AttachmentNotGenuine, (await Assert.ThrowsAsync<ClinicRuleException>(() => attachments.OpenAsync(stores.Tenant, id, Stop))).Code);
    }

    [Fact]
    public async Task The_file_holds_nothing_of_the_content()
    {
        await using var stores = await TursoStores.MakeAsync();
        await StageAsync(stores, Attachments(stores), Subject);

        var found = await stores.Source.ListAsync("SELECT content FROM attachments", [], r => r.Blob(0), Stop);

        Assert.Equal(-1, Assert.Single(found).AsSpan().IndexOf(Photo));
    }

    [Fact]
    public async Task An_attachment_is_opened_through_what_is_registered()
    {
        var services = new ServiceCollection().AddSingleton(PayloadKeyRing.Random()).AddSingleton(AttachmentKeyRing.Random()).AddSingleton(new AttachmentOptions { LargestBytes = 7 });
        await using var provider = services.AddClinicTurso(o => o.DataSource = TursoOptions.InMemory).BuildServiceProvider();
        await provider.GetRequiredService<TursoMigrator>().UpAsync(Stop);
        await using var stores = await TursoStores.MakeAsync();

        var refused = await Assert.ThrowsAsync<ClinicRuleException>(() => StageAsync(stores, provider.GetRequiredService<Attachments>(), Subject));

        Assert.Equal("7", Assert.Single(refused.Failures).Facts["largest"]);
    }

    private static Attachments Attachments(TursoStores stores) =>
        new(stores.Get<IAttachmentStore>(), AttachmentKeyRing.Random(), stores.Get<IIdGenerator>());

    private static async Task<AttachmentId> StageAsync(TursoStores stores, Attachments attachments, FactKey subject)
    {
        AttachmentId id = default;
        await stores.CommitAsync(unit => id = attachments.Stage(unit, subject, new AttachmentContent(AttachmentKind.Photo, "image/jpeg", Photo)).Id);
        return id;
    }

    private static async Task ForceAsync(TursoStores stores, string sql)
    {
        await stores.Source.WriteAsync("DROP TRIGGER IF EXISTS attachments_never_change", [], Stop);
        await stores.Source.WriteAsync(sql, [], Stop);
    }
}
