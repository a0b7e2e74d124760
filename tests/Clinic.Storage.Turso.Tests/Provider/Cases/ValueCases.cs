using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Clinic.Storage.Turso.Tests.Provider;

public abstract class ValueCases : ProviderCases
{
    public enum Ward : byte
    {
        None,
        Emergency = 7,
        Whole = 255,
    }

    public static TheoryData<object> Values =>
    [
        0L, long.MinValue, long.MaxValue, int.MaxValue, short.MinValue, byte.MaxValue, sbyte.MinValue, ushort.MaxValue, uint.MaxValue, (ulong)long.MaxValue,
        true, false, 0.1, double.MaxValue, double.Epsilon, -0.5f, 0m, 1.10m, 79228162514264337593543950335m, -0.0000000000000000000000000001m, "", "ñ 数量 😀 '\"", "a\0b\0",
        'x', '\0', Guid.Parse("0193d1a0-0000-7000-8000-00000000abcd"), new DateTime(2024, 2, 29, 23, 59, 59, 999).AddTicks(1234),
        new DateTimeOffset(2024, 2, 29, 23, 59, 59, TimeSpan.FromHours(-5)), new DateOnly(1, 1, 1), new TimeOnly(23, 59, 59, 999), TimeSpan.FromTicks(-1), TimeSpan.MaxValue,
        Instant.FromUtc(2024, 2, 29, 12, 30, 15), Instant.FromUtc(1900, 1, 1, 0, 0), new LocalDate(2024, 2, 29), new LocalTime(1, 2, 3, 4), new LocalDateTime(2024, 2, 29, 1, 2, 3),
        Duration.FromNanoseconds(-1), Ward.Emergency, Ward.Whole, new byte[] { 0, 255, 43, 62 }, Array.Empty<byte>(),
    ];

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void Value_comes_back_as_it_was(object value)
    {
        using var connection = Open();
        using var command = Command(connection, "SELECT @v", ("v", value));
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());

        var method = typeof(TursoDataReader).GetMethod(nameof(TursoDataReader.GetFieldValue))!.MakeGenericMethod(value.GetType());

        Assert.Equal(value, method.Invoke(reader, [0]));
    }

    [Fact]
    public void Numbers_texts_and_bytes_of_any_kind_come_back()
    {
        using var connection = Open();
        using var command = Command(connection, "SELECT @l, @d, @m, @t, @b", ("l", 0L), ("d", 0.0), ("m", 0m), ("t", ""), ("b", Array.Empty<byte>()));
        var law = Prop.ForAll(
            ArbMap.Default.ArbFor<(long, double, decimal, NonNull<string>, byte[])>().Filter(v => double.IsFinite(v.Item2) && IsText(v.Item4.Get)),
            v =>
            {
                (command.Parameters[0].Value, command.Parameters[1].Value, command.Parameters[2].Value) = (v.Item1, v.Item2, v.Item3);
                (command.Parameters[3].Value, command.Parameters[4].Value) = (v.Item4.Get, v.Item5);
                using var reader = command.ExecuteReader();
                return reader.Read() && reader.GetInt64(0) == v.Item1 && reader.GetDouble(1).Equals(v.Item2) && reader.GetString(3) == v.Item4.Get
                    && reader.GetString(2) == v.Item3.ToString(CultureInfo.InvariantCulture) && reader.GetFieldValue<byte[]>(4).AsSpan().SequenceEqual(v.Item5);
            });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(IsRemote ? 50 : 300), law);
    }

    [Fact]
    public void Decimals_keep_every_digit()
    {
        using var connection = Open();
        var t = Name("t");
        Run(connection, $"CREATE TABLE {t} (m TEXT)");
        Run(connection, $"INSERT INTO {t} VALUES (@m)", ("m", 1.2300m));

        Assert.Equal("1.2300", Scalar(connection, $"SELECT m FROM {t}"));
    }

    [Fact]
    public void Bytes_from_memory_and_stream()
    {
        using var connection = Open();
        using var stream = new MemoryStream([3, 4]);

        Assert.Equal(new byte[] { 1, 2 }, Scalar(connection, "SELECT @a", ("a", new ReadOnlyMemory<byte>([1, 2]))));
        Assert.Equal(new byte[] { 3, 4 }, Scalar(connection, "SELECT @a", ("a", stream)));
        Assert.Equal("blob", Scalar(connection, "SELECT typeof(@a)", ("a", Array.Empty<byte>())));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void What_cannot_be_kept_is_refused(object value)
    {
        using var connection = Open();

        Assert.ThrowsAny<ArgumentException>(() => Scalar(connection, "SELECT @v", ("v", value)));
    }

    [Theory]
    [InlineData(0xD800)]
    [InlineData(0xDC00)]
    public void Half_a_character_is_refused(int half)
    {
        using var connection = Open();

        Assert.ThrowsAny<ArgumentException>(() => Scalar(connection, "SELECT @v", ("v", $"a{(char)half}b")));
        Assert.ThrowsAny<ArgumentException>(() => Scalar(connection, "SELECT @v", ("v", (char)half)));
    }

    [Fact]
    public void Too_large_numbers_are_refused_on_the_way_in_and_out()
    {
        using var connection = Open();

        Assert.Throws<OverflowException>(() => Scalar(connection, "SELECT @v", ("v", ulong.MaxValue)));
        AtRow("SELECT 2147483648, 32768, 256, -1, 9223372036854775807", reader =>
        {
            Assert.Throws<OverflowException>(() => reader.GetInt32(0));
            Assert.Throws<OverflowException>(() => reader.GetInt16(1));
            Assert.Throws<OverflowException>(() => reader.GetByte(2));
            Assert.Throws<OverflowException>(() => reader.GetFieldValue<ulong>(3));
            Assert.Throws<OverflowException>(() => reader.GetFieldValue<Ward>(2));
            Assert.Equal(long.MaxValue, reader.GetInt64(4));
        });
    }

    [Fact]
    public void Nothing_is_rounded_or_guessed() => AtRow("SELECT 1.5, 'abc', x'00', '12x', 3.0", reader =>
    {
        Assert.Throws<InvalidCastException>(() => reader.GetInt64(0));
        Assert.Throws<InvalidCastException>(() => reader.GetInt64(1));
        Assert.Throws<InvalidCastException>(() => reader.GetDecimal(1));
        Assert.Throws<InvalidCastException>(() => reader.GetString(2));
        Assert.Throws<InvalidCastException>(() => reader.GetDouble(3));
        Assert.Throws<InvalidCastException>(() => reader.GetGuid(1));
        Assert.Throws<InvalidCastException>(() => reader.GetDateTime(1));
        Assert.Throws<InvalidCastException>(() => reader.GetFieldValue<LocalDate>(1));
        Assert.Throws<InvalidCastException>(() => reader.GetFieldValue<Version>(1));
        Assert.Equal(3, reader.GetInt32(4));
    });

    [Fact]
    public void Values_that_no_column_holds_are_refused()
    {
        using var connection = Open();
        using var command = Command(connection, "SELECT @v");
        command.Parameters.Add(new TursoParameter("v", new object()));

        Assert.Throws<InvalidOperationException>(() => command.ExecuteScalar());
        command.Parameters[0].Value = null;
        Assert.Contains("DBNull", Assert.Throws<InvalidOperationException>(() => command.ExecuteScalar()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_never_repeat_values()
    {
        using var connection = Open();
        var t = Name("t");
        Run(connection, $"CREATE TABLE {t} (a TEXT UNIQUE)");
        Run(connection, $"INSERT INTO {t} VALUES (@a)", ("a", "secret words"));

        var error = Assert.Throws<TursoException>(() => Run(connection, $"INSERT INTO {t} VALUES (@a)", ("a", "secret words")));

        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    private static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }

        return true;
    }
}
