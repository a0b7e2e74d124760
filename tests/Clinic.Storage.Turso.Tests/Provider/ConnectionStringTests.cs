namespace Clinic.Storage.Turso.Tests.Provider;

public sealed class ConnectionStringTests
{
    [Fact]
    public void Defaults()
    {
        var text = new TursoConnectionStringBuilder();

        Assert.Equal(
            ("", TursoOpenMode.ReadWriteCreate, TursoCacheMode.Default, TursoJournalMode.Wal, TursoSynchronous.Full, true, false),
            (text.DataSource, text.Mode, text.Cache, text.JournalMode, text.Synchronous, text.ForeignKeys, text.RecursiveTriggers));
        Assert.Equal((16_384, 10_000, 30, 15, true, 100), (text.CacheSizeKiB, text.BusyTimeout, text.CommandTimeout, text.ConnectTimeout, text.Pooling, text.MaxPoolSize));
        Assert.Equal(("", "", false, ""), (text.AuthToken, text.Namespace, text.PersistSecurityInfo, text.NativeLibrary));
        Assert.Equal("", text.ConnectionString);
    }

    [Theory]
    [InlineData("Filename=a.db;Mode=ReadOnly;Cache=Shared;Foreign Keys=False;Recursive Triggers=True;Default Timeout=5;Pooling=False")]
    [InlineData("datasource=a.db;MODE=readonly;cache=shared;foreignkeys=no;RecursiveTriggers=yes;CommandTimeout=5;pooling=0")]
    public void Strings_of_microsoft_data_sqlite_work(string written)
    {
        var text = new TursoConnectionStringBuilder(written);

        Assert.Equal(("a.db", TursoOpenMode.ReadOnly, TursoCacheMode.Shared, false, true, 5, false),
            (text.DataSource, text.Mode, text.Cache, text.ForeignKeys, text.RecursiveTriggers, text.CommandTimeout, text.Pooling));
    }

    [Theory]
    [InlineData("xyzzy=1", "xyzzy")]
    [InlineData("Data Source=a;Mode=Fast", "ReadWriteCreate, ReadWrite, ReadOnly, Memory")]
    [InlineData("Mode=7", "ReadOnly")]
    [InlineData("Busy Timeout=-1", "0 to 600000")]
    [InlineData("Busy Timeout=soon", "0 to 600000")]
    [InlineData("Max Pool Size=0", "1 to 1000")]
    [InlineData("Pooling=maybe", "True or False")]
    [InlineData("Password=x", "does not encrypt")]
    [InlineData("Data Source=http://example.org", "in the clear")]
    [InlineData("Data Source=ftp://example.org", "ftp")]
    [InlineData("Data Source=https://user:secret@example.org", "user")]
    [InlineData("Data Source=wss://example.org", "wss")]
    [InlineData("no pairs at all", "")]
    public void Wrong_ones_say_what_is_allowed(string written, string says)
    {
        var error = Assert.ThrowsAny<ArgumentException>(() => new TursoConnection(written));

        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Token_is_in_no_text()
    {
        const string written = "Data Source=https://clinic.example.org;Auth Token=hush";
        var builder = new TursoConnectionStringBuilder(written);
        using var connection = new TursoConnection(written);
        using var source = new TursoDataSource(written);
        using var owned = source.CreateConnection();

        foreach (var shown in new[] { builder.ToString(), connection.ToString(), source.ToString(), source.ConnectionString, owned.ConnectionString, owned.ToString() })
        {
            Assert.Contains("clinic.example.org", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("hush", shown, StringComparison.Ordinal);
        }

        Assert.Contains("hush", builder.ConnectionString, StringComparison.Ordinal);
        Assert.Contains("hush", connection.ConnectionString, StringComparison.Ordinal);
        using var telling = new TursoDataSource(written + ";Persist Security Info=True");
        using var told = telling.CreateConnection();
        Assert.Contains("hush", told.ConnectionString, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new TursoDataSource(written, _ => new ValueTask<string?>("other")));
    }

    [Fact]
    public void Builder_is_a_dictionary_of_known_words()
    {
        var text = new TursoConnectionStringBuilder("Data Source=a.db") { ["max pool size"] = 5 };

        Assert.Equal(5, text.MaxPoolSize);
        Assert.True(text.ContainsKey("filename"));
        Assert.True(text.TryGetValue("Busy Timeout", out var wait));
        Assert.Equal(10_000, wait);
        Assert.True(text.Remove("MaxPoolSize"));
        Assert.Equal(100, text.MaxPoolSize);
        Assert.False(text.ContainsKey("nothing"));
        Assert.Contains("Mode", text.Keys.Cast<string>());
        Assert.Equal(text.Keys.Count, text.Values.Count);
        text.Clear();
        Assert.Equal("", text.DataSource);
        text.DataSource = null;
        Assert.Throws<ArgumentException>(() => text["nothing"] = 1);
    }
}
