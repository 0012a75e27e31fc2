// Flux's envsubst as a program: stdin to stdout, variables from the environment, an undeclared one is an error.
package main

import (
	"fmt"
	"io"
	"os"

	"github.com/fluxcd/pkg/envsubst"
)

func main() {
	if err := substitute(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func substitute(in io.Reader, out io.Writer) error {
	text, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	result, err := envsubst.Eval(string(text), os.LookupEnv)
	if err != nil {
		return err
	}
	_, err = io.WriteString(out, result)
	return err
}
