using System.Collections;
using System.Data;

namespace Clinic.Storage.Turso.Tests.Provider;

public abstract class ParameterCases : ProviderCases
{
    [Fact]
    public void New_parameter_has_the_defaults_of_adonet()
    {
        var parameter = new TursoParameter();

        Assert.Equal(
            (DbType.String, ParameterDirection.Input, false, "", (byte)0, (byte)0, 0, "", DataRowVersion.Current, null),
            (parameter.DbType, parameter.Direction, parameter.IsNullable, parameter.ParameterName, parameter.Precision, parameter.Scale, parameter.Size,
                parameter.SourceColumn, parameter.SourceVersion, parameter.Value));
        parameter.DbType = DbType.Int64;
        parameter.ResetDbType();
        parameter.ParameterName = null;
        parameter.SourceColumn = null;
        Assert.Equal((DbType.String, "", ""), (parameter.DbType, parameter.ParameterName, parameter.SourceColumn));
        Assert.Throws<ArgumentException>(() => parameter.Direction = ParameterDirection.Output);
    }

    [Fact]
    public void Collection_refuses_null_and_strangers()
    {
        using var command = new TursoCommand();
        var parameters = command.Parameters;
        var named = parameters.AddWithValue("@param", 1);

        Assert.Throws<ArgumentNullException>(() => parameters.Add((object)null!));
        Assert.Throws<ArgumentNullException>(() => parameters.Insert(0, null!));
        Assert.Throws<ArgumentNullException>(() => parameters["@param"] = null!);
        Assert.Throws<ArgumentNullException>(() => parameters[0] = null!);
        Assert.Throws<ArgumentNullException>(() => ((IList)parameters)[0] = null);
        Assert.Throws<ArgumentNullException>(() => ((IDataParameterCollection)parameters)["@param"] = null!);
        Assert.Throws<ArgumentNullException>(() => parameters.Remove(null!));
        Assert.Throws<InvalidCastException>(() => parameters.Add("text"));
        Assert.Throws<ArgumentOutOfRangeException>(() => parameters.RemoveAt(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => parameters["other"]);
        Assert.False(parameters.Contains((object)null!));
        Assert.False(parameters.Contains(null!));
        Assert.Equal(-1, parameters.IndexOf((object)null!));
        Assert.Equal(-1, parameters.IndexOf((string)null!));
        Assert.Equal(0, parameters.IndexOf("param"));
        Assert.Same(named, parameters["param"]);
        parameters.Remove(named);
        Assert.Empty(parameters);
        Assert.Throws<ArgumentOutOfRangeException>(() => parameters.RemoveAt(0));
    }

    [Theory]
    [InlineData("@a", "a")]
    [InlineData("@a", "@a")]
    [InlineData(":a", "@a")]
    [InlineData("$a", "a")]
    [InlineData("$a::b(c)", "$a::b(c)")]
    [InlineData("?7", "?7")]
    [InlineData("?", "")]
    [InlineData("?", "any")]
    [InlineData("?1", "")]
    [InlineData("@ñandú", "ñandú")]
    public void Name_with_or_without_its_sign(string written, string name)
    {
        using var connection = Open();

        Assert.Equal(5L, Scalar(connection, $"SELECT {written}", (name, 5)));
    }

    [Fact]
    public void Only_the_parameters_used_are_sent()
    {
        using var connection = Open();

        Assert.Equal(3L, Scalar(connection, "SELECT @a /* @b */ + 1 -- :c\n WHERE '@d' <> '?'", ("@unknown", 9), ("a", 2), ("x", "y")));
        Assert.Equal(4L, Scalar(connection, "SELECT :a + @a", ("a", 2)));
    }

    [Fact]
    public void Missing_ones_are_all_named_before_anything_runs()
    {
        using var connection = Open();
        var t = Name("t");
        Run(connection, $"CREATE TABLE {t} (a)");

        var error = Assert.Throws<InvalidOperationException>(() => Run(connection, $"INSERT INTO {t} VALUES (1); SELECT @a, :B, ?", ("@b", 1), ("@c", 1), ("@d", 1), ("", 2)));
        Assert.Contains("@a", error.Message, StringComparison.Ordinal);
        Assert.Contains(":B (there is @b; upper and lower case matter)", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("number", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Scalar(connection, "SELECT ?, ?", ("", 1)));
        Assert.Equal(0L, Scalar(connection, $"SELECT count(*) FROM {t}"));
    }

    [Fact]
    public void Places_are_counted_as_sqlite_does_and_go_on_over_statements()
    {
        using var connection = Open();
        using var command = Command(connection, "SELECT ?2, ?1, ?; SELECT ?", ("", "one"), ("", "two"), ("", "three"), ("", "four"));
        using var reader = command.ExecuteReader();

        Assert.True(reader.Read());
        Assert.Equal(("two", "one", "three"), (reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        Assert.True(reader.NextResult());
        Assert.True(reader.Read());
        Assert.Equal("four", reader.GetString(0));
    }

    [Fact]
    public void Names_and_places_may_be_mixed()
    {
        using var connection = Open();

        Assert.Equal("a|b|c", Scalar(connection, "SELECT ? || '|' || @n || '|' || ?", ("", "a"), ("n", "b"), ("", "c")));
        Assert.Equal("z", Scalar(connection, "SELECT ?3", ("", "x"), ("", "y"), ("", "z")));
    }

    [Fact]
    public void Size_cuts_as_adonet_says()
    {
        using var connection = Open();
        using var command = Command(connection, "SELECT @a");
        command.Parameters.Add(new TursoParameter("a", "abcdef") { Size = 3 });

        Assert.Equal("abc", command.ExecuteScalar());
    }

    [Fact]
    public void One_command_runs_again_with_other_values()
    {
        using var connection = Open();
        using var command = Command(connection, "SELECT @a * 2", ("a", 1));
        command.Prepare();

        Assert.Equal([2L, 4L, 6L], Enumerable.Range(1, 3).Select(i =>
        {
            command.Parameters[0].Value = i;
            return command.ExecuteScalar();
        }));
    }
}
