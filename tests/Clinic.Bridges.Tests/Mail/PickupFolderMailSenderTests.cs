using Clinic.Bridges.Mail;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Clinic.Bridges.Tests.Mail;

public sealed class PickupFolderMailSenderTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"clinic-mail-{Guid.NewGuid():N}");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_mail_is_one_file_named_by_its_id_and_a_repeat_overwrites()
    {
        var sender = Sender();

        await sender.SendAsync(Mails.One(), Installation.Stop);
        await sender.SendAsync(Mails.One(), Installation.Stop);

        var file = Assert.Single(Directory.GetFileSystemEntries(folder));
        Assert.Equal("0190f0c0-0000-7000-8000-000000000042.eml", Path.GetFileName(file));
        var text = await File.ReadAllTextAsync(file, Installation.Stop);
        Assert.Contains("To: farmacia@example.org, jefa@example.org", text, StringComparison.Ordinal);
        Assert.Contains("una línea que empieza con punto", Mails.BodyOf(text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_at_once_leave_whole_files_and_nothing_else()
    {
        var sender = Sender();
        var ids = Enumerable.Range(0, 20).Select(_ => Guid.CreateVersion7()).ToList();

        await Task.WhenAll(ids.Concat(ids).Select(id => Task.Run(() => sender.SendAsync(Mails.One(id), Installation.Stop), Installation.Stop)));

        var files = Directory.GetFileSystemEntries(folder);
        Assert.Equal(ids.Select(i => $"{i:D}.eml").Order(), files.Select(Path.GetFileName).Order());
        Assert.All(files, f => Assert.Contains("En la clínica: 30", Mails.BodyOf(File.ReadAllText(f)), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failed_mail_leaves_nothing_behind()
    {
        var broken = Mails.One() with { From = "not an address" };

        await Assert.ThrowsAsync<FormatException>(() => Sender().SendAsync(broken, Installation.Stop));

        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    private PickupFolderMailSender Sender() => new(Options.Create(new PickupFolderOptions { Folder = folder }), NullLogger<PickupFolderMailSender>.Instance);
}
