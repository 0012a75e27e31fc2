// Flux's envsubst, asked many times: a JSON object {"text", "variables"} a line in, {"text"} or {"error"} a line out. An
// undeclared variable is an error, as in Flux.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/fluxcd/pkg/envsubst"
)

type question struct {
	Text      string            `json:"text"`
	Variables map[string]string `json:"variables"`
}

type answer struct {
	Text  string `json:"text"`
	Error string `json:"error"`
}

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(in io.Reader, out io.Writer) error {
	questions, answers := json.NewDecoder(in), json.NewEncoder(out)
	for questions.More() {
		var asked question
		if err := questions.Decode(&asked); err != nil {
			return err
		}
		if err := answers.Encode(evaluate(asked)); err != nil {
			return err
		}
	}
	return nil
}

func evaluate(asked question) (told answer) {
	defer func() {
		if cause := recover(); cause != nil {
			told = answer{Error: fmt.Sprint("panic: ", cause)}
		}
	}()
	text, err := envsubst.Eval(asked.Text, func(name string) (string, bool) {
		value, declared := asked.Variables[name]
		return value, declared
	})
	if err != nil {
		return answer{Error: err.Error()}
	}
	return answer{Text: text}
}
